"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { call, isProblem } from "@/components/api";
import { keys } from "@/components/queries/keys";
import { useMe } from "@/components/shell/me";
import { useProblemToast } from "@/components/shell/use-problem-toast";
import type { AssignConversation, ReopenConversation, ResolveConversation } from "@/lib/conversations/schemas";
import type { ConversationSummary } from "@/lib/conversations/types";
import { newId } from "@/lib/ids";
import { placeConversation } from "./place";
import { useUndoToast } from "./use-undo";

export type Target = { assigneeId: string | null; departmentId?: string | null };

/** What was said about how a conversation ended. */
export type Closing = { reason?: string; note?: string };

/** What a department asks for before one of its conversations is resolved. */
export type ClosingQuestion = { reasons: string[]; asksNote: boolean };

type Options = { onClosingQuestion?: (question: ClosingQuestion) => void };

/** What a member can do with a conversation; each change shows at once, and says who won where two acted. */
export function useConversationActions(
  conversation: ConversationSummary | undefined,
  { onClosingQuestion }: Options = {},
) {
  const t = useTranslations("inbox.actions");
  const client = useQueryClient();
  const me = useMe();
  const onProblem = useProblemToast();
  const undoToast = useUndoToast();
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
    mutationFn: (given: Closing & { undoId: string }) =>
      call<typeof ResolveConversation>("POST /conversations/:conversationId/resolve", { conversationId, ...given }),
    onSuccess: (changed, { undoId }) => {
      place(changed);
      undoToast(t("resolved", { name: changed.contact.name }), undoId);
    },
    onError: (error) => {
      const question = questionIn(error);
      if (question && onClosingQuestion) onClosingQuestion(question);
      else onError(error);
    },
  });

  return {
    assign: (target: Target) => assign.mutate(target),
    claim: () => assign.mutate({ assigneeId: "me" }),
    resolve: (closing: Closing = {}) => resolve.mutate({ ...closing, undoId: newId() }),
    reopen: () => reopen.mutate(),
    isAssigning: assign.isPending,
    isResolving: resolve.isPending,
    isReopening: reopen.isPending,
  };
}

export type ConversationActions = ReturnType<typeof useConversationActions>;

function questionIn(error: unknown): ClosingQuestion | null {
  if (!isProblem(error, "closing_reason_needed") && !isProblem(error, "closing_note_needed")) return null;
  const { reasons, asksNote } = error.details;
  return { reasons: Array.isArray(reasons) ? reasons.map(String) : [], asksNote: asksNote === true };
}
