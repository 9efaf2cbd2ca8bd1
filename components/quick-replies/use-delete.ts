"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { call } from "@/components/api";
import { keys } from "@/components/queries/keys";
import { useProblemToast } from "@/components/shell/use-problem-toast";
import { showToast } from "@/components/ui/toasts/store";
import type { CreateQuickReply, DeleteQuickReply } from "@/lib/quick-replies/schemas";
import type { QuickReply } from "@/lib/quick-replies/types";

/** Deletes at once, and makes the same again for whoever did not mean it. */
export function useDelete(): (reply: QuickReply) => void {
  const t = useTranslations("settings.quick-replies");
  const client = useQueryClient();
  const onProblem = useProblemToast();
  const again = () => client.invalidateQueries({ queryKey: keys.quickReplies });
  const restore = ({ scope, department, shortcut, text }: QuickReply) => {
    call<typeof CreateQuickReply>("POST /quick-replies", {
      ...{ scope, shortcut, text, departmentId: department?.id ?? null },
    }).then(again, onProblem);
  };
  return (reply) => {
    call<typeof DeleteQuickReply>("DELETE /quick-replies/:quickReplyId", { quickReplyId: reply.id }).then(() => {
      const text = t("deleted", { shortcut: reply.shortcut });
      showToast({ tone: "plain", text, undo: () => restore(reply) });
      return again();
    }, onProblem);
  };
}
