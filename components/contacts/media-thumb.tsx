"use client";

import { FileText, Film, Mic } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { harmlessName } from "@/lib/media/types";
import type { ContactMedium } from "./queries";

const icons: Record<string, typeof FileText> = { video: Film, audio: Mic };
const kinds = ["image", "video", "audio", "sticker"] as const;

export function isPicture({ kind }: ContactMedium): boolean {
  return kind === "image" || kind === "sticker";
}

/** What a file is called, else what it is. */
export function useMediumName(): (medium: ContactMedium) => string {
  const t = useTranslations("contacts.media");
  return ({ kind, filename }) =>
    harmlessName(filename ?? "") || t(`kind.${kinds.find((each) => each === kind) ?? "document"}`);
}

/** The picture itself, or a sign for what else it is. */
export function MediumFace({ medium, name }: { medium: ContactMedium; name: string }) {
  const Icon = icons[medium.kind] ?? FileText;
  return (
    <span className="grid aspect-square place-items-center text-ink-3">
      {isPicture(medium) ? (
        // biome-ignore lint/performance/noImgElement: The bytes are sealed and served as they are, after a look at the session.
        <img src={`/api/v1/media/${medium.id}`} alt={name} loading="lazy" className="size-full object-cover" />
      ) : (
        <Icon className="size-6 stroke-[1.5]" aria-hidden="true" />
      )}
    </span>
  );
}

/** A small square that opens the file, or the message that it came with. */
export function MediaThumb({ medium, onOpen }: { medium: ContactMedium; onOpen: () => void }) {
  const words = useTimeWords();
  const name = useMediumName()(medium);
  return (
    <button
      type="button"
      onClick={onOpen}
      title={`${name}, ${words.exact(medium.at)}`}
      className="block w-full overflow-hidden rounded-md border bg-sunken hover:border-line-strong"
    >
      <MediumFace medium={medium} name={name} />
      {!isPicture(medium) && <bdi className="block truncate border-t bg-surface px-1 text-2xs text-ink-2">{name}</bdi>}
    </button>
  );
}
