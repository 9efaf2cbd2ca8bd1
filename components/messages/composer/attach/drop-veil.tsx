"use client";

import { Ban, Paperclip } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

/**
 * Takes files that are dropped anywhere on the page, and says so while they are held over it. Without `onFiles` it says that
 * none can go: the browser would otherwise leave the page for the file.
 */
export function DropVeil({ onFiles }: { onFiles: ((files: File[]) => void) | null }) {
  const t = useTranslations("media.attach");
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    let depth = 0;
    const listen = new AbortController();
    const on = (type: "dragenter" | "dragover" | "dragleave" | "drop", take: (event: DragEvent) => void) => {
      const heed = (event: DragEvent) => {
        if (!event.dataTransfer?.types.includes("Files")) return;
        event.preventDefault();
        take(event);
      };
      document.addEventListener(type, heed, { signal: listen.signal });
    };
    const set = (next: number) => {
      depth = Math.max(0, next);
      setOver(depth > 0);
    };
    on("dragenter", () => set(depth + 1));
    on("dragleave", () => set(depth - 1));
    on("dragover", (event) => {
      if (event.dataTransfer) event.dataTransfer.dropEffect = onFiles ? "copy" : "none";
    });
    on("drop", (event) => {
      set(0);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) onFiles?.(files);
    });
    return () => listen.abort();
  }, [onFiles]);
  if (!isOver) return null;
  return (
    <div className="pointer-events-none fixed inset-3 z-40 grid animate-appear place-items-center rounded-xl border-2 border-dashed border-accent bg-surface/85">
      <p className="flex flex-col items-center gap-2 text-lg font-semibold">
        {onFiles ? (
          <Paperclip className="size-7 text-accent" aria-hidden="true" />
        ) : (
          <Ban className="size-7 text-ink-3" aria-hidden="true" />
        )}
        {onFiles ? t("drop") : t("cannotDrop")}
        {!onFiles && <span className="text-md font-normal text-ink-2">{t("cannotDropWords")}</span>}
      </p>
    </div>
  );
}
