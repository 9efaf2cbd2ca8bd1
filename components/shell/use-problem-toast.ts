"use client";

import { useCallback } from "react";
import { showToast } from "@/components/ui/toasts/store";
import { useProblemWords } from "./use-problem-words";

/** Says at the foot of the screen why something did not happen. */
export function useProblemToast(): (error: unknown) => void {
  const wordsOf = useProblemWords();
  return useCallback(
    (error) => {
      const { title, nextStep } = wordsOf(error);
      showToast({ tone: "bad", text: title, nextStep });
    },
    [wordsOf],
  );
}
