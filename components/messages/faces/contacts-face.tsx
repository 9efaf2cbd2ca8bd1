import { UserRound } from "lucide-react";
import type { ContactCard } from "@/lib/whatsapp/types";

/** Contact cards: who, and how to reach them. */
export function ContactsFace({ cards }: { cards: ContactCard[] }) {
  return (
    <ul className="flex flex-col gap-2">
      {cards.map((card, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: Two cards may be the same to the letter.
        <li key={at} className="flex items-start gap-2.5">
          <span className="grid size-9 shrink-0 place-items-center rounded-full bg-sunken text-ink-3">
            <UserRound className="size-4.5" aria-hidden="true" />
          </span>
          <div className="min-w-0">
            <p dir="auto" className="font-medium">
              {nameOf(card)}
            </p>
            {card.org?.company && <p className="text-md text-ink-2">{card.org.company}</p>}
            {linksOf(card).map(({ href, text }) => (
              <p key={href} className="text-md">
                <a href={href} className="text-accent underline decoration-accent-line underline-offset-2" dir="ltr">
                  {text}
                </a>
              </p>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}

function nameOf({ name, phones }: ContactCard): string {
  const parts = [name?.first_name, name?.last_name].filter(Boolean).join(" ");
  return name?.formatted_name || parts || phones?.[0]?.phone || "–";
}

function linksOf({ phones, emails }: ContactCard): { href: string; text: string }[] {
  return [
    ...(phones ?? []).flatMap(({ phone }) =>
      phone ? { href: `tel:${phone.replace(/[^\d+]/g, "")}`, text: phone } : [],
    ),
    ...(emails ?? []).flatMap(({ email }) =>
      email ? { href: `mailto:${encodeURIComponent(email)}`, text: email } : [],
    ),
  ];
}
