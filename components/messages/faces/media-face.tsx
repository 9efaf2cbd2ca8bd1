"use client";

import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { FormattedText } from "@/components/messages/formatting/formatted-text";
import { useRefusalWords } from "@/components/shell/use-refusal-words";
import { Skeleton } from "@/components/ui/skeleton";
import type { MessageMedia } from "@/lib/messages/types";
import { type MediaContent, mediaOf } from "@/lib/whatsapp/types";
import { DocumentFace } from "./document-face";
import { PictureFace } from "./picture-face";
import { VoiceFace } from "./voice-face";

/** An image, film, sound, document or sticker with its caption; while it is being fetched, and when it could not be. */
export function MediaFace({ content, media }: { content: MediaContent; media: MessageMedia | undefined }) {
  const caption = mediaOf(content)?.caption;
  return (
    <div className="flex flex-col gap-1">
      <MediaBody content={content} media={media} />
      {caption && <FormattedText text={caption} />}
    </div>
  );
}

function MediaBody({ content, media }: { content: MediaContent; media: MessageMedia | undefined }) {
  const t = useTranslations("inbox.media");
  const wordsOf = useRefusalWords();
  const words = media?.failure && wordsOf({ code: media.failureCode ?? "", title: media.failure });
  if (!media || media.state === "failed") {
    return (
      <p className="flex items-start gap-2 text-md text-ink-2">
        <CircleAlert className="mt-0.5 size-4 shrink-0 text-bad" aria-hidden="true" />
        <span>
          {t(`${content.type}`)}: {words ? `${words.title} ${words.nextStep ?? ""}` : t("missing")}
        </span>
      </p>
    );
  }
  if (media.state === "pending" || media.url === null) {
    return (
      <div role="status" className="flex items-center gap-2.5 text-md text-ink-3">
        <Skeleton className={content.type === "audio" ? "h-8 w-56 rounded-full" : "h-32 w-56 rounded-lg"} />
        <span className="sr-only">{t("pending")}</span>
      </div>
    );
  }
  return <StoredMedia content={content} media={media} url={media.url} />;
}

function StoredMedia({ content, media, url }: { content: MediaContent; media: MessageMedia; url: string }) {
  const t = useTranslations("inbox.media");
  switch (content.type) {
    case "image":
      return <PictureFace content={content} media={media} url={url} />;
    case "sticker":
      // biome-ignore lint/performance/noImgElement: The bytes are sealed and served as they are, after a look at the session.
      return <img src={url} alt={t("sticker")} loading="lazy" className="size-32 object-contain" />;
    case "video":
      return (
        // biome-ignore lint/a11y/useMediaCaption: What a customer films comes without captions.
        <video src={url} controls preload="metadata" className="max-h-80 max-w-full rounded-lg bg-sunken" />
      );
    case "audio":
      return <VoiceFace url={url} type={media.type} isVoice={content.audio.voice === true} />;
    case "document":
      return <DocumentFace url={url} media={media} name={content.document.filename} />;
  }
}
