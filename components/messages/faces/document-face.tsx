"use client";

import { Download, FileText } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { harmlessName } from "@/lib/media/types";
import type { MessageMedia } from "@/lib/messages/types";
import { sizeParts } from "./size";

const PdfViewer = lazy(() => import("@/components/messages/viewer/pdf-viewer"));

type DocumentProps = { url: string; media: MessageMedia; name: string | undefined };

/** A file by its name, to be downloaded; a PDF is looked at first. */
export function DocumentFace({ url, media, name }: DocumentProps) {
  const t = useTranslations("inbox.media");
  const tPdf = useTranslations("media.pdf");
  const [isOpen, setOpen] = useState(false);
  // A character that turns the reading direction would hide what kind of file it is.
  const shownName = harmlessName(name || media.filename || "") || t("document");
  const size = media.sizeBytes === null ? null : sizeParts(media.sizeBytes);
  const look = "flex w-72 max-w-full items-center gap-2.5 rounded-lg bg-ink/5 p-2 text-start hover:bg-ink/10";
  const face = (
    <>
      <span className="grid size-9 shrink-0 place-items-center rounded-md bg-surface text-ink-3">
        <FileText className="size-4.5" aria-hidden="true" />
      </span>
      <span className="min-w-0 flex-1">
        <bdi className="block truncate font-medium">{shownName}</bdi>
        <span className="block text-xs text-ink-3">
          {[shortTypeOf(media.type), size && t(`size.${size.unit}`, { value: size.value })].filter(Boolean).join(" · ")}
        </span>
      </span>
    </>
  );
  if (media.type !== "application/pdf") {
    return (
      <a href={url} download={shownName} className={look}>
        {face}
        <Download className="size-4 shrink-0 text-ink-3" aria-hidden="true" />
      </a>
    );
  }
  return (
    <>
      <button
        type="button"
        aria-label={tPdf("open", { name: shownName })}
        onClick={() => setOpen(true)}
        className={look}
      >
        {face}
      </button>
      {isOpen && (
        <Suspense>
          <PdfViewer url={url} name={shownName} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

const shortNames: [RegExp, string][] = [
  [/wordprocessingml|msword/, "Word"],
  [/spreadsheetml|ms-excel/, "Excel"],
  [/presentationml|ms-powerpoint/, "PowerPoint"],
  [/octet-stream/, ""],
];

function shortTypeOf(type: string | null): string {
  if (type === null) return "";
  const known = shortNames.find(([pattern]) => pattern.test(type));
  return known ? known[1] : (type.split("/")[1] ?? "").toUpperCase();
}
