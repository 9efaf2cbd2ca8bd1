"use client";

import Link from "next/link";
import { useNow, useTranslations } from "next-intl";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { useMe } from "@/components/shell/me";
import { MediumFace, useMediumName } from "./media-thumb";
import type { ContactMedium } from "./queries";

/** A file as a small picture or its name; it opens the conversation it came in. */
export function MediaTile({ medium }: { medium: ContactMedium }) {
  const t = useTranslations("contacts.media");
  const words = useTimeWords();
  const now = useNow();
  const { slug } = useMe().workspace;
  const name = useMediumName()(medium);
  return (
    <Link
      href={`/${slug}/inbox/${medium.conversationId}?view=all`}
      prefetch={false}
      title={`${name}, ${words.exact(medium.at)}`}
      className="group block overflow-hidden rounded-lg border bg-sunken"
    >
      <MediumFace medium={medium} name={name} />
      <span className="block border-t bg-surface px-2 py-1 group-hover:bg-hover">
        <bdi className="block truncate text-sm">{name}</bdi>
        <span className="block truncate text-xs text-ink-3">
          {t(`from.${medium.direction}`)} · {words.short(medium.at, now)}
        </span>
      </span>
    </Link>
  );
}
