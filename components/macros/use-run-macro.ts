"use client";

import { useTranslations } from "next-intl";
import { call } from "@/components/api";
import { useActResult } from "@/components/conversations/use-act-result";
import { useProblemToast } from "@/components/shell/use-problem-toast";
import { showToast } from "@/components/ui/toasts/store";
import { newId } from "@/lib/ids";
import type { RunMacro } from "@/lib/macros/schemas";
import type { Macro } from "@/lib/macros/types";
import { takeBackWritten } from "./take-back";

/** Runs a macro on some conversations; taking it back takes what it wrote back too, and says what could not be. */
export function useRunMacro(): (macro: Macro, conversationIds: string[]) => Promise<void> {
  const t = useTranslations("inbox.macros");
  const onProblem = useProblemToast();
  const tell = useActResult();
  return async (macro, conversationIds) => {
    const undoId = newId();
    try {
      const input = { macroId: macro.id, conversationIds, undoId };
      const { results } = await call<typeof RunMacro>("POST /macros/:macroId/run", input);
      const takeBack = async () => {
        const { taken, left, failure } = await takeBackWritten(results);
        if (left > 0) showToast({ tone: "plain", text: t("answersLeft", { count: left }) });
        if (failure !== null) onProblem(failure);
        return taken + left > 0;
      };
      tell(t("done", { name: macro.name, count: results.length }), results, undoId, takeBack);
    } catch (error) {
      onProblem(error);
    }
  };
}
