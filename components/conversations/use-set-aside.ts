"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useNow, useTimeZone, useTranslations } from "next-intl";
import { call } from "@/components/api";
import { keys } from "@/components/queries/keys";
import { useMe } from "@/components/shell/me";
import { useProblemToast } from "@/components/shell/use-problem-toast";
import type {
  LabelConversation,
  MarkConversationUnread,
  MarkSpam,
  PrioritiseConversation,
  SnoozeConversation,
  WakeConversation,
} from "@/lib/conversations/schemas";
import type { ConversationSummary, Priority, SnoozeUntil } from "@/lib/conversations/types";
import { newId } from "@/lib/ids";
import type { Label } from "@/lib/labels/types";
import type { TransferConversation } from "@/lib/transfers/schemas";
import { placeConversation } from "./place";
import { useTimeWords } from "./use-time-words";
import { useUndoToast } from "./use-undo";

/** A member or a department, or both. */
export type TransferTarget = { memberId?: string; departmentId?: string; name: string };

/** Putting a conversation in its place: later, elsewhere, under a label. Shown at once where it is known what comes of it. */
export function useSetAside(conversation: ConversationSummary | undefined) {
  const t = useTranslations("inbox.actions");
  const client = useQueryClient();
  const me = useMe();
  const now = useNow();
  const words = useTimeWords();
  const timeZone = useTimeZone();
  const onProblem = useProblemToast();
  const undoToast = useUndoToast();
  const conversationId = conversation?.id ?? "";

  async function act(
    ask: (undoId: string) => Promise<ConversationSummary>,
    sayOf: ((changed: ConversationSummary) => string) | null,
    shownAtOnce: Partial<ConversationSummary> = {},
  ): Promise<boolean> {
    if (!conversation) return false;
    const undoId = newId();
    if (Object.keys(shownAtOnce).length > 0) placeConversation(client, { ...conversation, ...shownAtOnce }, me.id);
    try {
      const changed = await ask(undoId);
      placeConversation(client, changed, me.id);
      void client.invalidateQueries({ queryKey: keys.counts });
      if (sayOf) undoToast(sayOf(changed), undoId);
      return true;
    } catch (error) {
      placeConversation(client, conversation, me.id);
      void client.invalidateQueries({ queryKey: keys.conversation(conversationId) });
      onProblem(error);
      return false;
    }
  }

  return {
    snooze: (until: SnoozeUntil) =>
      act(
        (undoId) => {
          const input = { conversationId, until, timeZone, undoId };
          return call<typeof SnoozeConversation>("POST /conversations/:conversationId/snooze", input);
        },
        ({ snoozedUntil }) =>
          snoozedUntil ? t("snoozedUntil", { time: words.when(snoozedUntil, now) }) : t("snoozedUntilReply"),
      ),
    wake: () =>
      act(
        (undoId) =>
          call<typeof WakeConversation>("POST /conversations/:conversationId/wake", { conversationId, undoId }),
        null,
      ),
    markSpam: (isSpam: boolean) =>
      act(
        (undoId) =>
          call<typeof MarkSpam>("PUT /conversations/:conversationId/spam", { conversationId, isSpam, undoId }),
        () => t(isSpam ? "markedSpam" : "unmarkedSpam"),
      ),
    prioritise: (priority: Priority) =>
      act(
        () =>
          call<typeof PrioritiseConversation>("PUT /conversations/:conversationId/priority", {
            conversationId,
            priority,
          }),
        null,
        { priority },
      ),
    setLabel: (label: Label, isOn: boolean) => {
      const others = conversation?.labels.filter(({ id }) => id !== label.id) ?? [];
      const change = isOn ? { add: [label.id] } : { remove: [label.id] };
      return act(
        () =>
          call<typeof LabelConversation>("POST /conversations/:conversationId/labels", { conversationId, ...change }),
        null,
        { labels: isOn ? [...others, label].toSorted(byName) : others },
      );
    },
    markUnread: () =>
      act(
        () => call<typeof MarkConversationUnread>("POST /conversations/:conversationId/unread", { conversationId }),
        null,
        { unreadCount: Math.max(1, conversation?.unreadCount ?? 0) },
      ),
    transfer: ({ name, ...target }: TransferTarget, note: string) =>
      act(
        (undoId) =>
          call<typeof TransferConversation>("POST /conversations/:conversationId/transfer", {
            conversationId,
            ...target,
            ...(note === "" ? {} : { note }),
            expectedAssigneeId: conversation?.assignee?.id ?? null,
            undoId,
          }),
        () => t("transferred", { name }),
      ),
  };
}

export type SetAside = ReturnType<typeof useSetAside>;

function byName(one: Label, other: Label): number {
  return one.name.localeCompare(other.name);
}
