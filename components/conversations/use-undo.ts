"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { call } from "@/components/api";
import { useProblemToast } from "@/components/shell/use-problem-toast";
import { showToast } from "@/components/ui/toasts/store";
import type { UndoAct } from "@/lib/conversations/schemas";

/** Says what was done, with a way to take it back. The events bring the screen back too. */
export function useUndoToast(): (text: string, undoId: string) => void {
  const t = useTranslations("inbox.undo");
  const onProblem = useProblemToast();
  return useCallback(
    (text, undoId) => {
      const run = () =>
        call<typeof UndoAct>("POST /undo/:undoId", { undoId }).then(({ changedSince }) => {
          if (changedSince > 0) showToast({ tone: "plain", text: t("changedSince", { count: changedSince }) });
        }, onProblem);
      showToast({ tone: "plain", text, undo: run });
    },
    [t, onProblem],
  );
}
