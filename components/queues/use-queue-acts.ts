"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { call, type Output } from "@/components/api";
import { placeConversation } from "@/components/conversations/place";
import type { Target } from "@/components/conversations/use-conversation-actions";
import { useUndoToast } from "@/components/conversations/use-undo";
import { keys } from "@/components/queries/keys";
import { put } from "@/components/queries/put";
import { readAgain } from "@/components/queries/read-again";
import { useMe } from "@/components/shell/me";
import { useProblemToast } from "@/components/shell/use-problem-toast";
import { showToast } from "@/components/ui/toasts/store";
import type { SetAvailability } from "@/lib/availability/schemas";
import type { AvailabilityState } from "@/lib/availability/types";
import type { AssignConversation } from "@/lib/conversations/schemas";
import type { ConversationSummary } from "@/lib/conversations/types";
import { newId } from "@/lib/ids";
import type { ListQueue } from "@/lib/queues/schemas";
import type { WallboardAgent } from "@/lib/queues/types";

type Rows = Output<typeof ListQueue>;
type State = { state: AvailabilityState; reason: string | null };

/** What can be done from the board; each can be taken back. */
export function useQueueActs() {
  const t = useTranslations("queues.acts");
  const client = useQueryClient();
  const me = useMe();
  const onProblem = useProblemToast();
  const undoToast = useUndoToast();

  const again = () => readAgain(client, keys.queues);
  /** Out of the line at once, as it will be; what refuses brings it back. */
  const takeOut = (conversationId: string) => {
    for (const [key] of client.getQueriesData<Rows>({ queryKey: keys.everyQueueRows })) {
      put<Rows>(client, key, ({ items, total }) => {
        const kept = items.filter(({ conversation }) => conversation.id !== conversationId);
        return { items: kept, total: total - (items.length - kept.length) };
      });
    }
  };

  async function assign({ id, assignee }: ConversationSummary, target: Target, toName?: string): Promise<void> {
    const undoId = newId();
    takeOut(id);
    try {
      const changed = await call<typeof AssignConversation>("POST /conversations/:conversationId/assign", {
        conversationId: id,
        expectedAssigneeId: assignee?.id ?? null,
        undoId,
        ...target,
      });
      placeConversation(client, changed, me.id);
      const { name } = changed.contact;
      const to = toName ?? changed.assignee?.name ?? changed.department?.name ?? "";
      if (target.assigneeId === "me" || target.assigneeId === me.id) undoToast(t("taken", { name }), undoId);
      else if (target.assigneeId !== null) undoToast(t("given", { name, to }), undoId);
      else if (target.departmentId) undoToast(t("moved", { name, to }), undoId);
      else undoToast(t("queued", { name }), undoId);
    } catch (error) {
      onProblem(error);
    }
    again();
    void client.invalidateQueries({ queryKey: keys.counts });
  }

  async function setAvailability(
    agent: Pick<WallboardAgent, "id" | "name" | "availability" | "reason">,
    wanted: State,
    toldAs: string,
  ): Promise<void> {
    const set = ({ state, reason }: State) =>
      call<typeof SetAvailability>("PUT /members/:memberId/availability", {
        memberId: agent.id,
        state,
        ...(reason ? { reason } : {}),
      });
    const settled = () => {
      again();
      void client.invalidateQueries({ queryKey: keys.members });
    };
    try {
      await set(wanted);
      const before = { state: agent.availability, reason: agent.reason };
      const undo = () => set(before).then(settled, onProblem);
      showToast({ tone: "plain", text: t("state", { name: agent.name, state: toldAs }), undo: () => void undo() });
    } catch (error) {
      onProblem(error);
    }
    settled();
  }

  return { assign, setAvailability };
}

export type QueueActs = ReturnType<typeof useQueueActs>;
