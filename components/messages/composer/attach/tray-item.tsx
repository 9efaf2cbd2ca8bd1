"use client";

import { clsx } from "clsx";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { IconButton } from "@/components/ui/icon-button";
import { sendLimits } from "@/lib/whatsapp/types";
import { type Attachment, takesCaption } from "./attachment";
import { attachments } from "./attachments";
import { CaptionBox } from "./caption-box";
import { Thumbnail } from "./thumbnail";
import { useFileWords } from "./use-file-words";

type ItemProps = { item: Attachment; isFirst: boolean; onSend: () => void };

/** One file before it is sent. */
export function TrayItem({ item, isFirst, onSend }: ItemProps) {
  const t = useTranslations("media.tray");
  const words = useFileWords();
  const { id, file, state, upload, leaving } = item;
  const isRefused = state === "refused";
  const isUploading = state === "looking" || state === "uploading";
  return (
    <li className={clsx("flex items-start gap-3 px-3 py-2.5", leaving && "opacity-70")}>
      <Thumbnail item={item} />
      <div className="min-w-0 flex-1">
        <p className="flex items-baseline gap-2">
          <bdi className="min-w-0 truncate font-medium">{file.name}</bdi>
          <span className="shrink-0 text-xs text-ink-3">{words.size(upload?.sizeBytes ?? file.size)}</span>
        </p>
        <State item={item} />
        {upload?.change && <p className="text-sm text-ink-2">{words.change(upload.change)}</p>}
        {!isRefused && !leaving && takesCaption(item) && (
          <CaptionBox
            name={file.name}
            value={item.caption}
            most={sendLimits.caption}
            takesFocus={isFirst}
            onChange={(caption) => attachments.write(id, caption)}
            onSend={onSend}
          />
        )}
        {mayBeSticker(item) && (
          <Checkbox
            label={t("asSticker")}
            className="mt-0.5 min-h-6 w-fit text-sm text-ink-2"
            checked={item.as === "sticker"}
            onChange={(event) => attachments.turn(id, event.target.checked ? "sticker" : null)}
          />
        )}
      </div>
      {state === "failed" && (
        <Button size="small" onClick={() => attachments.retry(id)}>
          {t("retry")}
        </Button>
      )}
      <IconButton
        label={t(isUploading ? "cancel" : "remove", { name: file.name })}
        onClick={() => attachments.remove(id)}
      >
        <X className="size-4" />
      </IconButton>
    </li>
  );
}

function State({ item: { state, done, refusal, problem } }: { item: Attachment }) {
  const t = useTranslations("media.tray");
  const words = useFileWords();
  if (state === "refused" && refusal) {
    const { title, nextStep } = words.refusal(refusal);
    return (
      <p role="alert" className="text-sm text-bad">
        {title} <span className="text-ink-2">{nextStep}</span>
      </p>
    );
  }
  if (state === "failed") {
    return (
      <p role="alert" className="text-sm text-bad">
        {problem?.status === 0 ? t("failed") : problem?.title}
      </p>
    );
  }
  if (state === "uploaded") return <p className="sr-only">{t("uploaded")}</p>;
  return (
    <div
      role="progressbar"
      aria-label={state === "looking" ? t("looking") : t("uploading", { done })}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(done * 100)}
      className="my-1.5 h-1 overflow-hidden rounded-full bg-sunken"
    >
      <div
        className="h-full rounded-full bg-accent transition-[width] duration-200"
        style={{ width: `${Math.max(2, done * 100)}%` }}
      />
    </div>
  );
}

function mayBeSticker({ state, leaving, kind, file }: Attachment): boolean {
  const isPicture = kind === "image" || kind === "sticker";
  return isPicture && !leaving && state !== "refused" && file.type !== "image/gif";
}
