"use client";

import { MapPin } from "lucide-react";
import { useTranslations } from "next-intl";
import type { LocationContent } from "@/lib/whatsapp/types";

/** A place in words, with a link to a map: no map is loaded, so nobody learns of it until the agent asks. */
export function LocationFace({ location }: { location: LocationContent["location"] }) {
  const t = useTranslations("inbox.faces");
  const { latitude, longitude, name, address } = location;
  const point = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
  return (
    <div className="flex items-start gap-2.5">
      <span className="grid size-9 shrink-0 place-items-center rounded-lg bg-accent-soft text-accent">
        <MapPin className="size-4.5" aria-hidden="true" />
      </span>
      <div className="min-w-0">
        <p dir="auto" className="line-clamp-4 font-medium [overflow-wrap:anywhere]">
          {name ?? t("location")}
        </p>
        {address && (
          <p dir="auto" className="line-clamp-4 text-md text-ink-2 [overflow-wrap:anywhere]">
            {address}
          </p>
        )}
        <a
          className="text-sm text-accent underline decoration-accent-line underline-offset-2"
          href={`https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`}
          target="_blank"
          rel="noopener noreferrer"
        >
          {t("openMap", { point })}
        </a>
      </div>
    </div>
  );
}
