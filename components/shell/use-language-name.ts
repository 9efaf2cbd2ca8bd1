"use client";

import { useLocale } from "next-intl";
import { useCallback } from "react";

/** A language in words, by its code or as Meta writes it: `pt_BR` is Brazilian Portuguese. What is no code stays as it is. */
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
