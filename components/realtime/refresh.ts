import type { QueryClient } from "@tanstack/react-query";
import { call, isProblem } from "@/components/api";
import { dropConversation, placeConversation } from "@/components/conversations/place";
import { placeMessage } from "@/components/messages/place";
import { keys } from "@/components/queries/keys";
import type { ReadConversation } from "@/lib/conversations/schemas";
import type { EventFrame } from "@/lib/events/types";
import type { ReadMessage } from "@/lib/messages/schemas";
import { oneAtATime } from "./one-at-a-time";
import { type Plan, planOf } from "./plan";
import { throttle } from "./throttle";

const MOST_SINGLE_READS = 5;
const LISTS_EVERY_MS = 1_000;
const COUNTS_EVERY_MS = 1_500;

/** Reads again what events made old: single rows while they are few, whole lists, at most once a second, when they are many. */
export function createRefresh(client: QueryClient, memberId: string) {
  const again = (queryKey: readonly unknown[]) => void client.invalidateQueries({ queryKey });
  const lists = throttle(LISTS_EVERY_MS, () => again(keys.lists));
  const counts = throttle(COUNTS_EVERY_MS, () => again(keys.counts));

  const conversation = oneAtATime(async (conversationId) => {
    try {
      const read = await call<typeof ReadConversation>("GET /conversations/:conversationId", { conversationId });
      placeConversation(client, read, memberId);
    } catch (error) {
      if (isProblem(error) && error.status === 404) dropConversation(client, conversationId);
      else lists();
    }
  });

  const message = oneAtATime(async (path) => {
    const [conversationId = "", messageId = ""] = path.split("/");
    try {
      const route = "GET /conversations/:conversationId/messages/:messageId" as const;
      placeMessage(client, await call<typeof ReadMessage>(route, { conversationId, messageId }));
    } catch {
      again(keys.thread(conversationId));
    }
  });

  function refreshThread(conversationId: string, changed: Set<string>) {
    const query = client.getQueryCache().find({ queryKey: keys.thread(conversationId) });
    if (!query) return;
    if (!query.isActive() || changed.size > MOST_SINGLE_READS) return again(keys.thread(conversationId));
    for (const messageId of changed) void message(`${conversationId}/${messageId}`);
  }

  function refreshConversations(plan: Plan) {
    if (plan.lists || plan.conversations.size > MOST_SINGLE_READS) {
      lists();
      again(["conversation"]);
    } else {
      for (const conversationId of plan.conversations) void conversation(conversationId);
    }
  }

  return {
    apply(events: EventFrame[]) {
      const plan = planOf(events);
      for (const [conversationId, changed] of plan.messages) refreshThread(conversationId, changed);
      refreshConversations(plan);
      for (const contactId of plan.contacts) again(keys.contact(contactId));
      if (plan.counts) counts();
      if (plan.members) again(keys.members);
      if (plan.channels) again(keys.channels);
      if (plan.departments) again(keys.departments);
    },
    /** Too much was missed to follow it event by event. */
    everything() {
      void client.invalidateQueries();
    },
  };
}
