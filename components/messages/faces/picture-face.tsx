"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useThreadPlace } from "@/components/messages/thread-context";
import type { MessageMedia } from "@/lib/messages/types";
import type { ImageContent } from "@/lib/whatsapp/types";
import { previewOf } from "./local-previews";

type PictureProps = { content: ImageContent; media: MessageMedia; url: string };

/** A picture that opens large. One that was sent from this page is shown from it, so that nothing flickers. */
export function PictureFace({ content, media, url }: PictureProps) {
  const t = useTranslations("media.viewer");
  const tMedia = useTranslations("inbox.media");
  const { openPicture } = useThreadPlace();
  const [isBroken, setBroken] = useState(false);
  if (isBroken) return <p className="text-md text-ink-2">{t("broken")}</p>;
  return (
    <button
      type="button"
      aria-label={t("open")}
      onClick={() => openPicture(media.id)}
      className="block w-fit max-w-full cursor-zoom-in rounded-lg"
    >
      {/* biome-ignore lint/performance/noImgElement: The bytes are sealed and served as they are, after a look at the session. */}
      <img
        src={previewOf(content.image.id) ?? url}
        alt={content.image.caption ? "" : tMedia("image")}
        loading="lazy"
        decoding="async"
        onError={() => setBroken(true)}
        className="max-h-80 min-h-16 w-auto max-w-full rounded-lg bg-sunken object-contain"
      />
    </button>
  );
}
