import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import type { DirectoryEntry } from "@/lib/channels";
import type { NewEvent } from "@/lib/events";
import type { StatusItem, WebhookItem } from "@/lib/whatsapp/types";

/** One item as it came in. */
export type Arrival = {
  item: WebhookItem;
  /** When the door took it. */
  arrivedAtMs: number;
  /** Meta's time where it can be believed, else the arrival. */
  atMs: number;
  /** Equal for every delivery of the same fact to the same channel. */
  hash: Buffer;
  /** Set when an item that was noted before is applied once more. */
  itemId?: string;
};

export type Result = {
  outcome: "applied" | "parked" | "stored" | "set_aside";
  /** In words, when it is not simply applied. */
  reason: string | null;
  contactId: string | null;
  /** An erased person's item keeps no payload: it would be the data that was erased. */
  isErased?: boolean;
};

/** What came for one channel of one tenant, or for a tenant as a whole when `channel` is null. */
export type Group = { tenantId: string; channel: DirectoryEntry | null; arrivals: Arrival[] };

/** One group being applied, in one transaction. */
export type Work<Item extends WebhookItem = WebhookItem> = {
  tx: Transaction;
  actor: Actor;
  tenantId: string;
  /** In the order of their time, then of arrival. */
  arrivals: (Arrival & { item: Item })[];
  results: Map<Arrival, Result>;
  events: NewEvent[];
};

export type ChannelWork = Work & { channel: DirectoryEntry };

export function settle(work: Work, arrival: Arrival, outcome: Result["outcome"], reason: string | null = null): void {
  const contactId = work.results.get(arrival)?.contactId ?? null;
  work.results.set(arrival, { outcome, reason, contactId });
}

/** It is about somebody who was erased: that it came is noted, and nothing of it. */
export function settleErased(work: Work, arrival: Arrival): void {
  const reason = "It is about somebody who was erased.";
  work.results.set(arrival, { outcome: "set_aside", reason, contactId: null, isErased: true });
}

/**
 * Whether it is a status of a message. It is known again by its own row in message_statuses, so it is noted among the items
 * only when it was not simply applied: statuses are nine tenths of what Meta sends.
 */
export function isMessageStatus(item: WebhookItem): item is StatusItem {
  return item.kind === "status" && item.statusType === "message";
}

/** Whether the tenant finds it among its items. */
export function isNoted(work: Work, arrival: Arrival): boolean {
  const isReplayed = arrival.itemId !== undefined;
  return isReplayed || !isMessageStatus(arrival.item) || work.results.get(arrival)?.outcome !== "applied";
}

/** Still to be applied: nobody has said what became of it. */
export function open(work: Work): Arrival[] {
  return work.arrivals.filter((arrival) => !work.results.has(arrival));
}
