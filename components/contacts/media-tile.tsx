"use client";

import { FileText, Film, Mic } from "lucide-react";
import Link from "next/link";
import { useNow, useTranslations } from "next-intl";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { useMe } from "@/components/shell/me";
import type { ContactMedium } from "./queries";

const icons: Record<string, typeof FileText> = { video: Film, audio: Mic };
const pictures = new Set(["image", "sticker"]);

/** A file as a small picture or its name; it opens the conversation it came in. */
export function MediaTile({ medium }: { medium: ContactMedium }) {
  const t = useTranslations("contacts.media");
  const words = useTimeWords();
  const now = useNow();
  const { slug } = useMe().workspace;
  const Icon = icons[medium.kind] ?? FileText;
  const kind = ["image", "video", "audio", "sticker"].find((each) => each === medium.kind) ?? "document";
  const name = medium.filename ?? t(`kind.${kind as "document"}`);
  return (
    <Link
      href={`/${slug}/inbox/${medium.conversationId}?view=all`}
      prefetch={false}
      title={`${name}, ${words.exact(medium.at)}`}
      className="group block overflow-hidden rounded-lg border bg-sunken"
    >
      <span className="grid aspect-square place-items-center text-ink-3">
        {pictures.has(medium.kind) ? (
          // biome-ignore lint/performance/noImgElement: The bytes are sealed and served as they are, after a look at the session.
          <img src={`/api/v1/media/${medium.id}`} alt={name} loading="lazy" className="size-full object-cover" />
        ) : (
          <Icon className="size-7 stroke-[1.5]" aria-hidden="true" />
        )}
      </span>
      <span className="block border-t bg-surface px-2 py-1 group-hover:bg-hover">
        <bdi className="block truncate text-sm">{name}</bdi>
        <span className="block truncate text-xs text-ink-3">
          {t(`from.${medium.direction}`)} · {words.short(medium.at, now)}
        </span>
      </span>
    </Link>
  );
}
