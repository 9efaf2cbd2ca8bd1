"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { membersQuery } from "@/components/members/queries";
import { Avatar } from "@/components/ui/avatar";
import type { Companion } from "./store";

const MOST_FACES = 3;

/** The faces of colleagues who look at the same conversation. */
export function CompanyFaces({ companions }: { companions: readonly Companion[] }) {
  const t = useTranslations("inbox.company");
  const members = useQuery(membersQuery).data ?? [];
  const known = companions.flatMap((each) => {
    const name = members.find(({ id }) => id === each.memberId)?.name;
    return name ? [{ ...each, name }] : [];
  });
  if (known.length === 0) return null;
  const more = known.length - MOST_FACES;
  return (
    <ul aria-label={t("label")} className="flex shrink-0 items-center -space-x-1.5 rtl:space-x-reverse">
      {known.slice(0, MOST_FACES).map(({ memberId, name, isTyping }) => (
        <li key={memberId} title={t(isTyping ? "types" : "looks", { name })}>
          <Avatar name={name} seed={memberId} size="small" className="ring-2 ring-surface" />
          <span className="sr-only">{t(isTyping ? "types" : "looks", { name })}</span>
        </li>
      ))}
      {more > 0 && <li className="ps-2 text-xs text-ink-3">+{more}</li>}
    </ul>
  );
}

/** Says above the composer that a colleague is answering the same customer. */
export function TypingLine({ companions }: { companions: readonly Companion[] }) {
  const t = useTranslations("inbox.company");
  const members = useQuery(membersQuery).data ?? [];
  const typing = companions.filter(({ isTyping }) => isTyping);
  const name = members.find(({ id }) => id === typing[0]?.memberId)?.name;
  if (!name) return null;
  return (
    <p role="status" className="flex items-center gap-2 border-t bg-warn-soft px-4 py-1.5 text-sm text-warn">
      <span
        className="size-1.5 shrink-0 animate-breathe rounded-full bg-warn motion-reduce:animate-none"
        aria-hidden="true"
      />
      <bdi>{typing.length > 1 ? t("several", { name, count: typing.length - 1 }) : t("types", { name })}</bdi>
    </p>
  );
}
