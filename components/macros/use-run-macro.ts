"use client";

import { useTranslations } from "next-intl";
import { call } from "@/components/api";
import { useActResult } from "@/components/conversations/use-act-result";
import { useProblemToast } from "@/components/shell/use-problem-toast";
import { newId } from "@/lib/ids";
import type { RunMacro } from "@/lib/macros/schemas";
import type { Macro } from "@/lib/macros/types";
import type { CancelMessage } from "@/lib/messages/schemas";

/** Runs a macro on some conversations; taking it back takes the answers back too, while they are held. */
export function useRunMacro(): (macro: Macro, conversationIds: string[]) => Promise<void> {
  const t = useTranslations("inbox.macros");
  const onProblem = useProblemToast();
  const tell = useActResult();
  return async (macro, conversationIds) => {
    const undoId = newId();
    try {
      const input = { macroId: macro.id, conversationIds, undoId };
      const { results } = await call<typeof RunMacro>("POST /macros/:macroId/run", input);
      const takeBackAnswers = async () => {
        for (const { conversationId, messageId } of results) {
          if (!messageId) continue;
          const route = "POST /conversations/:conversationId/messages/:messageId/cancel" as const;
          // Too late is no failure here: that the rest is taken back is what can be had.
          await call<typeof CancelMessage>(route, { conversationId, messageId }).catch(() => undefined);
        }
      };
      tell(t("done", { name: macro.name, count: results.length }), results, undoId, takeBackAnswers);
    } catch (error) {
      onProblem(error);
    }
  };
}
