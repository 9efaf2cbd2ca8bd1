"use client";

import { FileText, ImageIcon, Music, Video } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { Attachment } from "./attachment";

/** The picture or the first frame of a film, from the file itself; else a sign for its kind. */
export function Thumbnail({ item: { previewUrl, kind, state } }: { item: Attachment }) {
  const [isBroken, setBroken] = useState(false);
  const look = "size-14 shrink-0 rounded-lg bg-sunken object-cover";
  if (previewUrl && !isBroken && state !== "refused") {
    return kind === "video" ? (
      <video src={previewUrl} muted preload="metadata" onError={() => setBroken(true)} className={look} />
    ) : (
      // biome-ignore lint/performance/noImgElement: The file lies in this browser.
      <img src={previewUrl} alt="" onError={() => setBroken(true)} className={look} />
    );
  }
  return (
    <span className={`grid place-items-center text-ink-3 [&>svg]:size-6 ${look}`} aria-hidden="true">
      {signs[kind ?? "document"]}
    </span>
  );
}

const signs: Record<NonNullable<Attachment["kind"]>, ReactNode> = {
  image: <ImageIcon />,
  sticker: <ImageIcon />,
  video: <Video />,
  audio: <Music />,
  document: <FileText />,
};
