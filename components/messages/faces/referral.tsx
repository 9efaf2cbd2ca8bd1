"use client";

import { Megaphone } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Referral as Ad } from "@/lib/whatsapp/types";

/** The ad or post that the customer came from: what it says, and a link. Nothing of it is loaded. */
export function Referral({ ad }: { ad: Ad }) {
  const t = useTranslations("media.ad");
  const href = webLink(ad.sourceUrl);
  return (
    <div className="mb-1 flex max-w-90 items-start gap-1.5 rounded-md bg-ink/5 px-2 py-1.5 text-sm text-ink-2">
      <Megaphone className="mt-0.5 size-3.5 shrink-0" aria-hidden="true" />
      <div className="min-w-0">
        <p className="text-xs text-ink-3">{ad.sourceType === "post" ? t("fromPost") : t("from")}</p>
        <p dir="auto" className="line-clamp-2 font-medium [overflow-wrap:anywhere]">
          {ad.headline ?? ad.sourceId}
        </p>
        {ad.body && (
          <p dir="auto" className="line-clamp-3 [overflow-wrap:anywhere]">
            {ad.body}
          </p>
        )}
        {href && (
          <a href={href} target="_blank" rel="noopener noreferrer" className="text-accent underline underline-offset-2">
            {t("open")}
          </a>
        )}
      </div>
    </div>
  );
}

function webLink(url: string | null): string | null {
  return url !== null && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) ? url : null;
}
