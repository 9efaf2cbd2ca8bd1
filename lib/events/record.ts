import { onCommit, type Transaction } from "@/db/transaction";
import type { EventRefs, EventType } from "./types";
import { wakeTail } from "./wake";

export type NewEvent = EventRefs & { type: EventType; payload?: Record<string, unknown>; at?: Date };

type Asker = { tenantId: string; kind: string; id: string; causeId?: string };

/** Writes what happened in the transaction in which it did: nothing is announced that did not happen. */
export async function recordEvent(tx: Transaction, actor: Asker, event: NewEvent): Promise<void> {
  await recordEvents(tx, actor, [event]);
}

/** Many in one statement, columns as arrays: a hot path writes thousands a second. */
export async function recordEvents(tx: Transaction, actor: Asker, list: NewEvent[]): Promise<void> {
  if (list.length === 0) return;
  const references = referenceKeys.map((key) => list.map((event) => event[key] ?? null));
  await tx.$client.query({
    name: "record_events",
    text: `
      insert into events (tenant_id, actor, type, payload, at, conversation_id, contact_id, message_id, member_id,
        channel_id, department_id, cause_id)
      select $1, $2, v.type, v.payload::jsonb, coalesce(v.at, clock_timestamp()), v.conversation_id, v.contact_id,
        v.message_id, v.member_id, v.channel_id, v.department_id, $12::uuid
      from unnest($3::text[], $4::text[], $5::timestamptz[], $6::uuid[], $7::uuid[], $8::uuid[], $9::uuid[],
        $10::uuid[], $11::uuid[])
        as v (type, payload, at, conversation_id, contact_id, message_id, member_id, channel_id, department_id)`,
    values: [
      actor.tenantId,
      `${actor.kind}:${actor.id}`,
      list.map(({ type }) => type),
      list.map(({ payload }) => JSON.stringify(payload ?? {})),
      list.map(({ at }) => at?.toISOString() ?? null),
      ...references,
      actor.causeId ?? null,
    ],
  });
  onCommit(tx, wakeTail);
}

const referenceKeys = [
  "conversationId",
  "contactId",
  "messageId",
  "memberId",
  "channelId",
  "departmentId",
] as const satisfies (keyof EventRefs)[];
