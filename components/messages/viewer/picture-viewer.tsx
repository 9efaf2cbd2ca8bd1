"use client";

import { ChevronLeft, ChevronRight, Download, Maximize, Reply, ZoomIn, ZoomOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useState } from "react";
import { useTimeWords } from "@/components/conversations/use-time-words";
import type { Picture } from "@/components/messages/thread-context";
import { buttonLook } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { useDirection } from "@/components/ui/reading-direction";
import type { Message } from "@/lib/messages/types";
import { useZoom } from "./use-zoom";
import { ViewerFrame } from "./viewer-frame";

/** Outside of a thread a picture comes without its message. */
type Shown = Omit<Picture, "message"> & Partial<Pick<Picture, "message">>;

type ViewerProps = {
  pictures: readonly Shown[];
  mediaId: string;
  onShow: (mediaId: string) => void;
  /** Null where nothing can be sent. */
  onReply: ((message: Message) => void) | null;
  onClose: () => void;
};

/** One picture over the whole page: larger and smaller, and on to its neighbours. */
export default function PictureViewer({ pictures, mediaId, onShow, onReply, onClose }: ViewerProps) {
  const t = useTranslations("media.viewer");
  const tThread = useTranslations("inbox.thread");
  const tMedia = useTranslations("inbox.media");
  const words = useTimeWords();
  const isRightToLeft = useDirection() === "rtl";
  const [brokenId, setBroken] = useState<string | null>(null);
  const at = pictures.findIndex((picture) => picture.mediaId === mediaId);
  const picture = pictures[at];
  const go = (step: 1 | -1) => {
    const next = pictures[at + step];
    if (next) onShow(next.mediaId);
  };
  const toward = isRightToLeft ? -1 : 1;
  const zoom = useZoom(mediaId, (step) => go(step === toward ? 1 : -1));
  if (!picture) return null;
  const acts = new Map<string, () => void>([
    ["ArrowRight", () => go(toward)],
    ["ArrowLeft", () => go(toward === 1 ? -1 : 1)],
    ["+", zoom.zoomIn],
    ["=", zoom.zoomIn],
    ["-", zoom.zoomOut],
    ["0", zoom.reset],
  ]);
  const onKeyDown = (event: KeyboardEvent) => {
    const act = acts.get(event.key);
    if (!act) return;
    event.preventDefault();
    act();
  };
  const { scale, x, y } = zoom.view;
  const { message } = picture;
  return (
    <ViewerFrame
      title={picture.name || words.exact(picture.at)}
      detail={
        pictures.length > 1
          ? t("place", { at: at + 1, count: pictures.length })
          : picture.name && words.exact(picture.at)
      }
      onKeyDown={onKeyDown}
      onClose={onClose}
      tools={
        <>
          <IconButton label={t("zoomOut")} onClick={zoom.zoomOut} disabled={scale === 1}>
            <ZoomOut className="size-4.5" />
          </IconButton>
          <IconButton label={t("zoomIn")} onClick={zoom.zoomIn}>
            <ZoomIn className="size-4.5" />
          </IconButton>
          <IconButton label={t("reset")} onClick={zoom.reset} disabled={scale === 1}>
            <Maximize className="size-4" />
          </IconButton>
          {onReply && message?.wamid && (
            <IconButton
              label={tThread("reply")}
              onClick={() => {
                onClose();
                onReply(message);
              }}
            >
              <Reply className="size-4.5 rtl:-scale-x-100" />
            </IconButton>
          )}
          <a
            href={picture.url}
            download
            aria-label={t("download")}
            title={t("download")}
            className={buttonLook({ variant: "quiet", size: "icon" })}
          >
            <Download className="size-4.5" />
          </a>
        </>
      }
    >
      {brokenId === mediaId ? (
        <p role="alert" className="m-auto text-ink-2">
          {t("broken")}
        </p>
      ) : (
        <div {...zoom.handlers} className="grid size-full touch-none place-items-center overflow-hidden">
          {/* biome-ignore lint/performance/noImgElement: The bytes are sealed and served as they are. */}
          <img
            key={mediaId}
            src={picture.url}
            alt={picture.name || tMedia("image")}
            draggable={false}
            onError={() => setBroken(mediaId)}
            style={{ transform: `translate(${x}px, ${y}px) scale(${scale})` }}
            className={`max-h-full max-w-full select-none ${scale > 1 ? "cursor-grab" : "cursor-zoom-in"}`}
          />
        </div>
      )}
      <Step label={t("previous")} side="start" isThere={at > 0} onClick={() => go(-1)} />
      <Step label={t("next")} side="end" isThere={at < pictures.length - 1} onClick={() => go(1)} />
    </ViewerFrame>
  );
}

type StepProps = { label: string; side: "start" | "end"; isThere: boolean; onClick: () => void };

function Step({ label, side, isThere, onClick }: StepProps) {
  if (!isThere) return null;
  const Chevron = side === "start" ? ChevronLeft : ChevronRight;
  const place = side === "start" ? "start-3" : "end-3";
  return (
    <IconButton
      label={label}
      onClick={onClick}
      variant="secondary"
      className={`absolute top-1/2 size-10 -translate-y-1/2 rounded-full ${place}`}
    >
      <Chevron className="size-5 rtl:-scale-x-100" />
    </IconButton>
  );
}
