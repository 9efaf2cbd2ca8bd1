import { events } from "@/db/schema";
import { onCommit, type Transaction } from "@/db/transaction";
import type { EventRefs, EventType } from "./types";
import { wakeTail } from "./wake";

export type NewEvent = EventRefs & { type: EventType; payload?: Record<string, unknown>; at?: Date };

type Asker = { tenantId: string; kind: string; id: string };

/** Writes what happened in the transaction in which it did: nothing is announced that did not happen. */
export async function recordEvent(tx: Transaction, actor: Asker, event: NewEvent): Promise<void> {
  await recordEvents(tx, actor, [event]);
}

export async function recordEvents(tx: Transaction, actor: Asker, list: NewEvent[]): Promise<void> {
  if (list.length === 0) return;
  await tx.insert(events).values(
    list.map(({ payload, ...event }) => ({
      ...event,
      tenantId: actor.tenantId,
      actor: `${actor.kind}:${actor.id}`,
      payload: payload ?? {},
    })),
  );
  onCommit(tx, wakeTail);
}
