"use client";

import { Download, FileText } from "lucide-react";
import { useTranslations } from "next-intl";
import type { MessageMedia } from "@/lib/messages/types";
import { sizeParts } from "./size";

export function DocumentFace({ url, media, name }: { url: string; media: MessageMedia; name: string | undefined }) {
  const t = useTranslations("inbox.media");
  const shownName = name || media.filename || t("document");
  const size = media.sizeBytes === null ? null : sizeParts(media.sizeBytes);
  return (
    <a
      href={url}
      download={shownName}
      className="flex min-w-56 items-center gap-2.5 rounded-lg bg-ink/5 p-2 hover:bg-ink/10"
    >
      <span className="grid size-9 shrink-0 place-items-center rounded-md bg-surface text-ink-3">
        <FileText className="size-4.5" aria-hidden="true" />
      </span>
      <span className="min-w-0 flex-1">
        <span dir="auto" className="block truncate font-medium">
          {shownName}
        </span>
        <span className="block text-xs text-ink-3">
          {[media.type?.split("/")[1]?.toUpperCase(), size && t(`size.${size.unit}`, { value: size.value })]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </span>
      <Download className="size-4 shrink-0 text-ink-3" aria-hidden="true" />
    </a>
  );
}
