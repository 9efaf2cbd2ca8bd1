"use client";

import { useTranslations } from "next-intl";
import { previewOf } from "@/components/messages/faces/local-previews";
import { FormattedText } from "@/components/messages/formatting/formatted-text";
import { type MediaContent, mediaOf } from "@/lib/whatsapp/types";

/** A file on its way: pictures as they will look, from this page where they came from it; else its name or kind. */
export function OutgoingMedia({ content }: { content: MediaContent }) {
  const t = useTranslations("inbox.media");
  const { id, caption, filename } = mediaOf(content) ?? {};
  const isPicture = content.type === "image" || content.type === "sticker";
  return (
    <div className="flex flex-col gap-1">
      {isPicture && id ? (
        // biome-ignore lint/performance/noImgElement: It lies in this browser, or sealed on the server.
        <img
          src={previewOf(id) ?? `/api/v1/media/${id}`}
          alt={caption ? "" : t(content.type)}
          className={content.type === "sticker" ? "size-32 object-contain" : "max-h-80 min-h-16 max-w-full rounded-lg"}
        />
      ) : (
        <bdi className="text-ink-2">{filename ?? t(content.type)}</bdi>
      )}
      {caption && <FormattedText text={caption} />}
    </div>
  );
}
