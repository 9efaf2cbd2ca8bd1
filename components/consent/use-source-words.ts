"use client";

import { useTranslations } from "next-intl";

const known = [
  "first_inbound",
  "stop_word",
  "start_word",
  "meta_preference",
  "in_person",
  "web_form",
  "on_paper",
  "phone_call",
  "email",
  "chat",
  "import",
  "other",
] as const;
type Known = (typeof known)[number];

/** How an entry of the ledger came about, in words; a newer source shows as it is named. */
export function useSourceWords(): (source: string) => string {
  const t = useTranslations("inbox.consents.source");
  return (source) => (isKnown(source) ? t(source) : source);
}

function isKnown(source: string): source is Known {
  return (known as readonly string[]).includes(source);
}
