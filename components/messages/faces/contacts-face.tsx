"use client";

import { UserRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ContactCard } from "@/lib/whatsapp/types";

const SHOWN = 3;

/** Contact cards: who, and how to reach them. */
export function ContactsFace({ cards }: { cards: ContactCard[] }) {
  const t = useTranslations("media.cardFace");
  const [isAll, setAll] = useState(false);
  const shown = isAll ? cards : cards.slice(0, SHOWN);
  return (
    <ul className="flex flex-col gap-2">
      {shown.map((card, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: Two cards may be the same to the letter.
        <li key={at} className="flex items-start gap-2.5">
          <span className="grid size-9 shrink-0 place-items-center rounded-full bg-sunken text-ink-3">
            <UserRound className="size-4.5" aria-hidden="true" />
          </span>
          <div className="min-w-0">
            <p dir="auto" className="line-clamp-3 font-medium [overflow-wrap:anywhere]">
              {nameOf(card)}
            </p>
            {card.org?.company && (
              <p dir="auto" className="line-clamp-2 text-md text-ink-2 [overflow-wrap:anywhere]">
                {card.org.company}
              </p>
            )}
            {linksOf(card).map(({ href, text }) => (
              <p key={href} className="text-md [overflow-wrap:anywhere]">
                <a href={href} className="text-accent underline decoration-accent-line underline-offset-2" dir="ltr">
                  {text}
                </a>
              </p>
            ))}
          </div>
        </li>
      ))}
      {cards.length > shown.length && (
        <li>
          <button type="button" className="rounded-sm text-md text-accent" onClick={() => setAll(true)}>
            {t("more", { count: cards.length })}
          </button>
        </li>
      )}
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
