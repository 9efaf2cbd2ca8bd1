"use client";

import { FileText, Film, Image as ImageIcon, type LucideIcon, MapPin } from "lucide-react";
import { useTranslations } from "next-intl";
import { DocumentFace } from "@/components/messages/faces/document-face";
import type { MessageMedia } from "@/lib/messages/types";
import type { ShownTemplateCard } from "@/lib/whatsapp/types";

type Header = NonNullable<ShownTemplateCard["header"]>;
type FileHeader = Extract<Header, { type: "image" | "video" | "document" }>;

export function ShownHeader({ header, media }: { header: Header; media: readonly MessageMedia[] }) {
  if (header.type === "text") {
    return (
      <p dir="auto" className="font-semibold">
        {header.text}
      </p>
    );
  }
  if (header.type === "location") return <Place header={header} />;
  const own = media.find(({ uploadId, state }) => uploadId !== null && uploadId === header.id && state === "stored");
  return own?.url ? <OwnFile header={header} media={own} url={own.url} /> : <OtherFile header={header} />;
}

function OwnFile({ header, media, url }: { header: FileHeader; media: MessageMedia; url: string }) {
  const t = useTranslations("templates.shown");
  if (header.type === "document") return <DocumentFace url={url} media={media} name={header.filename} />;
  if (header.type === "video") {
    // biome-ignore lint/a11y/useMediaCaption: It is sent as it is, without captions.
    return <video src={url} controls preload="metadata" className="max-h-56 max-w-full rounded-lg bg-sunken" />;
  }
  return (
    // biome-ignore lint/performance/noImgElement: The bytes are sealed and served as they are, after a look at the session.
    <img src={url} alt={t("image")} loading="lazy" className="max-h-56 w-full rounded-lg bg-sunken object-cover" />
  );
}

const icons: Record<FileHeader["type"], LucideIcon> = { image: ImageIcon, video: Film, document: FileText };

/** A file that lies elsewhere is not loaded: its host would learn who looks at it. */
function OtherFile({ header }: { header: FileHeader }) {
  const t = useTranslations("templates.shown");
  const Icon = icons[header.type];
  const host = header.link && URL.canParse(header.link) ? new URL(header.link).host : null;
  const name = header.filename ?? t(header.type);
  return (
    <div className="flex min-h-24 flex-col items-center justify-center gap-1 rounded-lg bg-ink/5 px-3 py-4 text-center text-ink-3">
      <Icon className="size-6" aria-hidden="true" />
      <span dir="auto" className="max-w-full truncate text-md font-medium text-ink-2">
        {name}
      </span>
      {host && (
        <a
          href={header.link}
          target="_blank"
          rel="noopener noreferrer nofollow"
          className="max-w-full truncate text-xs text-accent hover:underline"
        >
          {t("from", { host })}
        </a>
      )}
    </div>
  );
}

function Place({ header }: { header: Extract<Header, { type: "location" }> }) {
  const t = useTranslations("templates.shown");
  const { latitude, longitude, name, address } = header;
  const isPlaced = Boolean(latitude) && Boolean(longitude);
  return (
    <div className="flex items-start gap-2.5 rounded-lg bg-ink/5 p-2">
      <span className="grid size-9 shrink-0 place-items-center rounded-lg bg-accent-soft text-accent">
        <MapPin className="size-4.5" aria-hidden="true" />
      </span>
      <div className="min-w-0">
        <p dir="auto" className="font-medium">
          {name || t("location")}
        </p>
        {address && (
          <p dir="auto" className="text-md text-ink-2">
            {address}
          </p>
        )}
        {isPlaced && (
          <a
            className="text-sm text-accent underline decoration-accent-line underline-offset-2"
            href={`https://www.openstreetmap.org/?mlat=${Number(latitude)}&mlon=${Number(longitude)}#map=16/${Number(latitude)}/${Number(longitude)}`}
            target="_blank"
            rel="noopener noreferrer"
          >
            {t("openMap", { point: `${latitude}, ${longitude}` })}
          </a>
        )}
      </div>
    </div>
  );
}
