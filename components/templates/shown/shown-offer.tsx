"use client";

import { Timer } from "lucide-react";
import { useTimeZone, useTranslations } from "next-intl";
import { useTimeWords } from "@/components/conversations/use-time-words";
import type { ShownTemplate } from "@/lib/whatsapp/types";

/** An offer with its end; the customer's phone counts down to it. */
export function ShownOffer({ offer: { text, endsAt } }: { offer: NonNullable<ShownTemplate["offer"]> }) {
  const t = useTranslations("templates.shown");
  const words = useTimeWords();
  const zone = (useTimeZone() ?? "UTC").replaceAll("_", " ");
  return (
    <div className="flex items-start gap-2.5 rounded-lg bg-ink/5 p-2">
      <Timer className="mt-0.5 size-4.5 shrink-0 text-accent" aria-hidden="true" />
      <div className="min-w-0">
        <p dir="auto" className="font-medium">
          {text}
        </p>
        {endsAt && <p className="text-md text-ink-2">{t("offerEnds", { time: words.exact(endsAt), zone })}</p>}
      </div>
    </div>
  );
}
