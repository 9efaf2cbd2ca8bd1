"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormattedText } from "./formatted-text";
import { shorten } from "./shorten";

/** A message's text; a very long one is shown in part until it is asked for. */
export function LongText({ text }: { text: string }) {
  const t = useTranslations("inbox.thread");
  const [isWhole, setWhole] = useState(false);
  const short = shorten(text);
  if (short === text || isWhole) return <FormattedText text={text} />;
  return (
    <>
      <FormattedText text={short} />
      <button type="button" className="rounded-sm text-md font-medium text-accent" onClick={() => setWhole(true)}>
        {t("showAll")}
      </button>
    </>
  );
}
