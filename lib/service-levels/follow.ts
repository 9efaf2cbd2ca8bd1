import { and, eq, isNull, ne, or, sql } from "drizzle-orm";
import { conversations, departments } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, systemActor } from "@/lib/auth";
import { type ConversationRow, findConversation } from "@/lib/conversations";
import { NotFoundError } from "@/lib/errors";
import { type EventType, type RecordedEvent, startReader } from "@/lib/events";
import type { Loop } from "@/lib/jobs";
import { SECOND } from "@/lib/time";
import { applyChanges } from "./apply";
import { readPresentOf } from "./facts";
import { listPromised } from "./queue/list-promised";
import { timersAfter } from "./rules/timers-after";

/** After which the promises of a conversation may be others. */
const moves = [
  "conversation.opened",
  "conversation.transferred",
  "conversation.snoozed",
  "conversation.woken",
  "conversation.resolved",
  "conversation.reopened",
  "conversation.markedSpam",
  "conversation.unmarkedSpam",
  "conversation.ownerChanged",
  "message.received",
  "message.queued",
  "message.sent",
  "message.cancelled",
  "call.missed",
] as const satisfies EventType[];

const settings: ReadonlySet<EventType> = new Set<EventType>([
  "serviceLevelPolicy.changed",
  "hours.changed",
  "department.changed",
]);

/** Minutes are promised, not milliseconds. */
const PACE_MS = SECOND / 4;

/** Keeps the promises of every conversation in step with what happens to it. */
export function startFollowing(): Loop {
  return startReader({
    name: "serviceLevels",
    types: [...moves, ...settings],
    exceptStatuses: true,
    paceMs: PACE_MS,
    onEvents: followEvents,
  });
}

export async function followEvents(events: readonly RecordedEvent[]): Promise<void> {
  const mattering = events.filter(matters);
  const promised = await listPromised(mattering);
  const ofPromised = mattering.filter(({ conversationId }) => promised.has(conversationId ?? ""));
  for (const [conversationId, { tenantId, at }] of new Map(ofPromised.map((event) => [event.conversationId, event]))) {
    const actor = systemActor(tenantId, "serviceLevels");
    if (conversationId) await followConversation(actor, conversationId, new Date(at));
  }
  const changed = events.filter(({ type }) => settings.has(type)).map(({ tenantId }) => tenantId);
  for (const tenantId of new Set(changed)) await measureServiceLevels(systemActor(tenantId, "serviceLevels"));
}

/** A status of Meta's and what the software says by itself change no promise. */
function matters({ type, actor, payload }: RecordedEvent): boolean {
  if (settings.has(type)) return false;
  if (type === "message.sent") return payload.author === "phone_app";
  return type !== "message.queued" || !actor.startsWith("system:");
}

/** One that is gone was erased, and nothing is promised of it any more. */
export async function followConversation(actor: Actor, conversationId: string, at: Date): Promise<void> {
  await withTenant(actor, async (tx) => {
    const row = await findConversation(tx, actor, conversationId, { lock: true });
    await settleLevels(tx, actor, row, at);
  }).catch((error: unknown) => {
    if (!(error instanceof NotFoundError)) throw error;
  });
}

/** The caller has locked the conversation. */
export async function settleLevels(tx: Transaction, actor: Actor, row: ConversationRow, now: Date): Promise<void> {
  const { facts, running, measure } = await readPresentOf(tx, row);
  const changes = timersAfter(facts, running, { ...measure, now });
  await applyChanges(tx, actor, row, { changes, running });
}

/** Another policy or other hours hold for what runs already. */
export async function measureServiceLevels(actor: Actor): Promise<void> {
  const { tenantId } = actor;
  const isPromised = sql`exists (select from ${departments} d where d.tenant_id = ${tenantId}
    and d.id = ${conversations.departmentId} and d.service_level_policy_id is not null)`;
  const runs = sql`exists (select from service_levels l where l.tenant_id = ${tenantId}
    and l.conversation_id = ${conversations.id} and l.met_at is null and l.cancelled_at is null)`;
  const rows = await withTenant(actor, (tx) =>
    tx
      .select({ id: conversations.id })
      .from(conversations)
      .where(
        and(
          eq(conversations.tenantId, tenantId),
          ne(conversations.state, "resolved"),
          isNull(conversations.spamAt),
          or(isPromised, runs),
        ),
      ),
  );
  for (const { id } of rows) await followConversation(actor, id, new Date());
}
