"use client";

import { ChevronLeft, ChevronRight, Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { buttonLook } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { useDirection } from "@/components/ui/reading-direction";
import { Skeleton } from "@/components/ui/skeleton";
import { drawPage, openPdf, type Pdf } from "./open-pdf";
import { ViewerFrame } from "./viewer-frame";

type PdfViewerProps = { url: string; name: string; onClose: () => void };
type State = "opening" | "open" | "locked" | "broken";

/** A PDF page by page, drawn here: nothing in it runs, and nothing is asked of anybody else. */
export default function PdfViewer({ url, name, onClose }: PdfViewerProps) {
  const t = useTranslations("media.pdf");
  const tViewer = useTranslations("media.viewer");
  const direction = useDirection();
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const [pdf, setPdf] = useState<Pdf | null>(null);
  const [state, setState] = useState<State>("opening");
  const [page, setPage] = useState(1);

  useEffect(() => {
    let isGone = false;
    const opening = openPdf(url);
    opening.document.then(
      (opened) => {
        if (isGone) return;
        setPdf(opened);
        setState("open");
      },
      (error: unknown) => {
        if (!isGone) setState(error instanceof Error && error.name === "PasswordException" ? "locked" : "broken");
      },
    );
    return () => {
      isGone = true;
      opening.close();
    };
  }, [url]);

  useEffect(() => {
    if (!pdf || !canvas.current || !frame.current) return;
    const drawing = drawPage(pdf, page, canvas.current, frame.current.clientWidth);
    drawing.done.catch((error: unknown) => {
      if (!(error instanceof Error && error.name === "RenderingCancelledException")) setState("broken");
    });
    frame.current.scrollTop = 0;
    return drawing.cancel;
  }, [pdf, page]);

  const count = pdf?.numPages ?? 0;
  const go = (step: 1 | -1) => setPage((at) => Math.min(count, Math.max(1, at + step)));
  const onKeyDown = (event: KeyboardEvent) => {
    const [next, previous] = direction === "rtl" ? ["ArrowLeft", "ArrowRight"] : ["ArrowRight", "ArrowLeft"];
    if (event.key === "PageDown" || event.key === next) go(1);
    else if (event.key === "PageUp" || event.key === previous) go(-1);
  };
  return (
    <ViewerFrame
      title={name}
      detail={state === "open" ? t("page", { at: page, count }) : ""}
      onKeyDown={onKeyDown}
      onClose={onClose}
      tools={
        <>
          <IconButton label={t("previous")} onClick={() => go(-1)} disabled={page <= 1}>
            <ChevronLeft className="size-4.5 rtl:-scale-x-100" />
          </IconButton>
          <IconButton label={t("next")} onClick={() => go(1)} disabled={page >= count}>
            <ChevronRight className="size-4.5 rtl:-scale-x-100" />
          </IconButton>
          <a
            href={url}
            download={name}
            aria-label={tViewer("download")}
            title={tViewer("download")}
            className={buttonLook({ variant: "quiet", size: "icon" })}
          >
            <Download className="size-4.5" />
          </a>
        </>
      }
    >
      <div ref={frame} className="size-full overflow-auto">
        {state === "opening" && (
          <div role="status" className="mx-auto max-w-200">
            <Skeleton className="h-[70vh] w-full rounded-lg" />
            <span className="sr-only">{t("loading")}</span>
          </div>
        )}
        {(state === "locked" || state === "broken") && (
          <div role="alert" className="grid size-full place-content-center gap-1 text-center">
            <p className="font-semibold">{t(state)}</p>
            <p className="text-ink-2">{t("brokenNext")}</p>
          </div>
        )}
        <canvas
          ref={canvas}
          role="img"
          aria-label={t("page", { at: page, count })}
          hidden={state !== "open"}
          className="mx-auto rounded-sm bg-[#fff] shadow-low"
        />
      </div>
    </ViewerFrame>
  );
}
