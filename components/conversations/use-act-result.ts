"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { call, isProblem } from "@/components/api";
import { useProblemToast } from "@/components/shell/use-problem-toast";
import { useRefusalWords } from "@/components/shell/use-refusal-words";
import { showToast } from "@/components/ui/toasts/store";
import type { UndoAct } from "@/lib/conversations/schemas";
import type { ActOutcome } from "@/lib/conversations/types";

/** Says what became of an act on several conversations: how many, which refused and why, and a way back. */
export function useActResult() {
  const t = useTranslations("inbox.undo");
  const onProblem = useProblemToast();
  const refusalWords = useRefusalWords();
  return useCallback(
    (done: string, results: readonly ActOutcome[], undoId: string, alsoUndo?: () => Promise<boolean>) => {
      const refused = results.filter(({ outcome }) => outcome === "refused");
      const wordsOf = ({ code, reason, details }: ActOutcome) =>
        refusalWords({ code: code ?? "", title: reason ?? "", details }).title;
      const isAnyDone = refused.length < results.length;
      const undo = async () => {
        // Who only wrote has changed nothing that stands under the id.
        const hasWritten = (await alsoUndo?.()) ?? false;
        try {
          const { changedSince } = await call<typeof UndoAct>("POST /undo/:undoId", { undoId });
          if (changedSince > 0) showToast({ tone: "plain", text: t("changedSince", { count: changedSince }) });
        } catch (error) {
          if (!(hasWritten && isProblem(error) && error.code === "undo_not_found")) onProblem(error);
        }
      };
      showToast({
        tone: isAnyDone ? "plain" : "bad",
        text: isAnyDone ? done : t("noneDone"),
        nextStep:
          refused.length > 0
            ? reasonsOf(refused.map(wordsOf), (count, reason) => t("refused", { count, reason }))
            : undefined,
        undo: isAnyDone ? undo : undefined,
      });
    },
    [t, onProblem, refusalWords],
  );
}

/** Each reason once, with how often. */
function reasonsOf(reasons: readonly string[], say: (count: number, reason: string) => string): string {
  const byReason = Map.groupBy(reasons, (reason) => reason);
  return [...byReason].map(([reason, same]) => say(same.length, reason)).join(" ");
}
