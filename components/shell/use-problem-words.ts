"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { isProblem } from "@/components/api";
import { useRefusalWords } from "./use-refusal-words";

export type ProblemWords = { title: string; nextStep: string | undefined; code: string | undefined };

/** What went wrong and what to do, in words, for any error. */
export function useProblemWords(): (error: unknown) => ProblemWords {
  const t = useTranslations("common");
  const wordsOf = useRefusalWords();
  return useCallback(
    (error) => {
      if (!isProblem(error)) return { title: t("error.title"), nextStep: t("error.nextStep"), code: undefined };
      if (error.status === 0) return { title: t("offline.title"), nextStep: t("offline.nextStep"), code: undefined };
      return { ...wordsOf(error), code: error.id };
    },
    [t, wordsOf],
  );
}
