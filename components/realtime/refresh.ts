import type { QueryClient, QueryKey } from "@tanstack/react-query";
import { call, isProblem } from "@/components/api";
import { dropConversation, placeConversation } from "@/components/conversations/place";
import { tellDraftChanged } from "@/components/drafts/changed";
import { placeMessage } from "@/components/messages/place";
import { keys } from "@/components/queries/keys";
import { readAgain } from "@/components/queries/read-again";
import type { ReadConversation } from "@/lib/conversations/schemas";
import type { EventFrame } from "@/lib/events/types";
import type { ReadMessage } from "@/lib/messages/schemas";
import type { Whole } from "./made-old";
import { needsReading } from "./needs-reading";
import { oneAtATime } from "./one-at-a-time";
import { type Plan, planOf } from "./plan";
import { throttle } from "./throttle";

const MOST_SINGLE_READS = 5;
const LISTS_EVERY_MS = 1_000;
const COUNTS_EVERY_MS = 1_500;
const VIEW_COUNTS_EVERY_MS = 3_000;
const QUEUES_EVERY_MS = 2_000;

/** Reads again what events made old: single rows while they are few, whole lists, at most once a second, when they are many. */
export function createRefresh(client: QueryClient, memberId: string) {
  const again = (queryKey: QueryKey) => readAgain(client, queryKey);
  const isOnItsWay = (queryKey: QueryKey) => client.isFetching({ queryKey }) > 0;
  const lists = throttle(LISTS_EVERY_MS, () => again(keys.lists));
  const contacts = throttle(LISTS_EVERY_MS, () => again(keys.contacts));
  const notesOfContacts = () =>
    void client.invalidateQueries({ predicate: ({ queryKey }) => isNotesOfContact(queryKey) });
  const viewCounts = throttle(VIEW_COUNTS_EVERY_MS, () => again(keys.viewCounts));
  const readings: Record<Exclude<Whole, "lists">, () => void> = {
    contactFields: () => again(keys.contactFields),
    labels: () => again(keys.labels),
    views: () => {
      again(keys.views);
      viewCounts();
    },
    macros: () => again(keys.macros),
    rules: throttle(LISTS_EVERY_MS, () => again(keys.rules)),
    counts: throttle(COUNTS_EVERY_MS, () => again(keys.counts)),
    queues: throttle(QUEUES_EVERY_MS, () => {
      again(keys.queues);
      again(keys.day);
    }),
    members: () => again(keys.members),
    channels: () => again(keys.channels),
    templates: throttle(LISTS_EVERY_MS, () => again(keys.templates)),
    departments: () => again(keys.departments),
    hours: () => again(keys.hours),
    greetings: () => again(keys.greetings),
    quickReplies: () => again(keys.quickReplies),
    skills: () => again(keys.skills),
    offer: () => again(keys.offer),
    settings: () => again(["settings"]),
  };

  const hidden = new Set<string>();
  const conversation = oneAtATime(async (conversationId) => {
    if (hidden.delete(conversationId)) {
      dropConversation(client, conversationId);
      if (isOnItsWay(keys.lists)) lists();
      return;
    }
    try {
      const read = await call<typeof ReadConversation>("GET /conversations/:conversationId", { conversationId });
      placeConversation(client, read, memberId);
      // Who waits for me is told by messages too.
      if (read.assignee?.id === memberId) readings.counts();
      // What is on its way may have been read before this: it would come without it, and stay so.
      if (isOnItsWay(keys.conversation(conversationId))) again(keys.conversation(conversationId));
      if (isOnItsWay(keys.lists)) lists();
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
      // Older messages that are on their way bring along the others as they were when they were asked for.
      if (isOnItsWay(keys.thread(conversationId))) again(keys.thread(conversationId));
    } catch {
      again(keys.thread(conversationId));
    }
  });

  function refreshThread(conversationId: string, changed: Set<string>) {
    const query = client.getQueryCache().find({ queryKey: keys.thread(conversationId) });
    if (!query) return;
    // What is on its way may have been read before this, and would come in the place of what is put there now.
    if (query.state.fetchStatus === "fetching") return again(keys.thread(conversationId));
    if (!query.isActive() || changed.size > MOST_SINGLE_READS) return again(keys.thread(conversationId));
    for (const messageId of changed) void message(`${conversationId}/${messageId}`);
  }

  function refreshConversations(plan: Plan) {
    for (const conversationId of plan.conversations) hidden.delete(conversationId);
    for (const conversationId of plan.hidden) {
      hidden.add(conversationId);
      void conversation(conversationId);
    }
    if (plan.wholes.has("lists") || plan.conversations.size > MOST_SINGLE_READS) {
      lists();
      readings.counts();
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
      for (const [conversationId, editedAt] of plan.drafts) tellDraftChanged({ conversationId, editedAt });
      for (const conversationId of plan.timelines) again(keys.timeline(conversationId));
      for (const conversationId of plan.notes) again(keys.notes(conversationId));
      // Of which contact a note is, the event does not say.
      if (plan.notes.size > 0) notesOfContacts();
      // Consents stand in the timelines of the contact's conversations, of which the event names none.
      if (plan.contacts.size > 0) again(["timeline"]);
      if (plan.contacts.size > 0) again(["previous"]);
      for (const contactId of plan.contacts) again(keys.contact(contactId));
      if (plan.contacts.size > 0) contacts();
      if (plan.contacts.size + plan.timelines.size > 0) again(["history"]);
      for (const conversationId of plan.reminders) again(keys.reminders(conversationId));
      if (plan.conversations.size + plan.hidden.size > 0) viewCounts();
      if (plan.offers.has(memberId)) again(keys.offer);
      for (const whole of plan.wholes) if (whole !== "lists") readings[whole]();
    },
    /** An event may have come through while what it made old could not be read. */
    catchUp() {
      void client.refetchQueries({ type: "active", predicate: ({ state }) => needsReading(state) });
    },
    /** Too much was missed to follow it event by event. */
    everything() {
      again([]);
    },
  };
}

function isNotesOfContact([what, , of]: QueryKey): boolean {
  return what === "contact" && of === "notes";
}
