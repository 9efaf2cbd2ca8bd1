"use client";

import { useLocale } from "next-intl";
import { useCallback } from "react";

/** A template's language in words: pt_BR is Brazilian Portuguese. */
export function useLanguageName(): (language: string) => string {
  const locale = useLocale();
  return useCallback(
    (language) => {
      try {
        return new Intl.DisplayNames(locale, { type: "language" }).of(language.replace("_", "-")) ?? language;
      } catch {
        return language;
      }
    },
    [locale],
  );
}
