"use client";

import { useLocale, useTranslations } from "next-intl";
import { useCallback } from "react";
import { wordsKey } from "./words-key";

type Refusal = { code: string; title: string; nextStep?: string | null | undefined; details?: unknown };
type Words = { title: string; nextStep: string | undefined };

/** What the server refuses, in the reader's language by its code; what has no words there keeps the server's. */
export function useRefusalWords(): (refusal: Refusal) => Words {
  const t = useTranslations("problems");
  // English has the server's words for each of Meta's codes, other languages for those that sending and fetching meet.
  const isEnglish = useLocale() === "en";
  return useCallback(
    ({ code: given, title, nextStep, details }) => {
      const key = wordsKey(given) as "not_found";
      const code = key.startsWith("meta_") && !isEnglish && !t.has(`${key}.title`) ? "meta_other" : key;
      if (!t.has(`${code}.title`)) return { title, nextStep: nextStep ?? undefined };
      const { assignee, retryAfterSeconds, missing, names } = (details ?? {}) as Record<string, unknown>;
      const name = nameIn(assignee);
      const values = {
        name: name ?? "",
        who: name === null ? "nobody" : "somebody",
        minutes: Math.ceil(Number(retryAfterSeconds ?? 60) / 60),
        names: typeof names === "string" ? names : "",
        missing: Array.isArray(missing) ? missing.join(", ") : "",
      };
      return {
        title: t(`${code}.title`, values),
        nextStep: t(`${code}.nextStep`, values),
      };
    },
    [t, isEnglish],
  );
}

function nameIn(somebody: unknown): string | null {
  const { name } = (somebody ?? {}) as { name?: unknown };
  return typeof name === "string" ? name : null;
}
