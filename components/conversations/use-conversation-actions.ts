"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { call, isProblem } from "@/components/api";
import { keys } from "@/components/queries/keys";
import { useMe } from "@/components/shell/me";
import { useProblemToast } from "@/components/shell/use-problem-toast";
import { showToast } from "@/components/ui/toasts/store";
import type { AssignConversation, ReopenConversation, ResolveConversation } from "@/lib/conversations/schemas";
import type { ConversationSummary } from "@/lib/conversations/types";
import { placeConversation } from "./place";

export type Target = { assigneeId: string | null; departmentId?: string | null };

/** What a member can do with a conversation; each change shows at once, and says who won where two acted. */
export function useConversationActions(conversation: ConversationSummary | undefined) {
  const t = useTranslations("inbox.actions");
  const client = useQueryClient();
  const me = useMe();
  const onProblem = useProblemToast();
  const conversationId = conversation?.id ?? "";

  const place = (changed: ConversationSummary) => {
    placeConversation(client, changed, me.id);
    void client.invalidateQueries({ queryKey: keys.counts });
  };
  const onError = (error: unknown) => {
    onProblem(error);
    if (!isProblem(error) || error.status !== 409) return;
    void client.invalidateQueries({ queryKey: keys.conversation(conversationId) });
    void client.invalidateQueries({ queryKey: keys.lists });
  };

  const assign = useMutation({
    mutationFn: (target: Target) =>
      call<typeof AssignConversation>("POST /conversations/:conversationId/assign", {
        conversationId,
        expectedAssigneeId: conversation?.assignee?.id ?? null,
        ...target,
      }),
    onSuccess: place,
    onError,
  });
  const reopen = useMutation({
    mutationFn: () => call<typeof ReopenConversation>("POST /conversations/:conversationId/reopen", { conversationId }),
    onSuccess: place,
    onError,
  });
  const resolve = useMutation({
    mutationFn: () =>
      call<typeof ResolveConversation>("POST /conversations/:conversationId/resolve", { conversationId }),
    onSuccess: (changed) => {
      place(changed);
      const text = t("resolved", { name: changed.contact.name });
      showToast({ tone: "plain", text, action: { label: t("undo"), run: () => reopen.mutate() } });
    },
    onError,
  });

  return {
    assign: (target: Target) => assign.mutate(target),
    claim: () => assign.mutate({ assigneeId: "me" }),
    resolve: () => resolve.mutate(),
    reopen: () => reopen.mutate(),
    isAssigning: assign.isPending,
    isResolving: resolve.isPending,
    isReopening: reopen.isPending,
  };
}

export type ConversationActions = ReturnType<typeof useConversationActions>;
