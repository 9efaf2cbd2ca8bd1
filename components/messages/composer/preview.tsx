"use client";

import { useTranslations } from "next-intl";
import { useDeferredValue, useMemo } from "react";
import { FormattedText } from "@/components/messages/formatting/formatted-text";
import { hasMarkup } from "@/components/messages/formatting/has-markup";
import { parseFormatting } from "@/components/messages/formatting/parse";

/** The words as they will look in the customer's chat, drawn by what draws the thread; only where markup is in them. */
export function Preview({ text }: { text: string }) {
  const t = useTranslations("composer");
  const shown = useDeferredValue(text);
  const isMarked = useMemo(() => hasMarkup(parseFormatting(shown.trim())), [shown]);
  if (!isMarked) return null;
  return (
    <section aria-label={t("preview")} className="mx-2 mt-2 rounded-md bg-sunken px-2.5 py-1.5">
      <p className="pb-1 text-xs font-semibold text-ink-3">{t("preview")}</p>
      <div className="max-h-40 w-fit max-w-full overflow-y-auto rounded-xl rounded-ee-sm bg-bubble-out px-2.75 py-1.5 text-lg">
        <FormattedText text={shown.trim()} />
      </div>
    </section>
  );
}
