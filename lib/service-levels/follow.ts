import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, systemActor } from "@/lib/auth";
import { type ConversationRow, listAmong, withConversation } from "@/lib/conversations";
import { type EventType, type RecordedEvent, startReader } from "@/lib/events";
import { eachAlone, type Loop } from "@/lib/jobs";
import { SECOND } from "@/lib/time";
import { applyChanges } from "./apply";
import { readPresentOf } from "./facts";
import { IS_PROMISED } from "./promised";
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
  // Windows that are about to close are looked for by themselves.
  const promised = await listAmong(mattering, { name: "list_promised", condition: IS_PROMISED });
  const ofPromised = mattering.filter(({ conversationId }) => promised.has(conversationId));
  const latest = new Map(ofPromised.map((event) => [event.conversationId, event]));
  await eachAlone("A service level", latest.values(), async ({ tenantId, conversationId, at }) => {
    const actor = systemActor(tenantId, "serviceLevels");
    if (conversationId) await followConversation(actor, conversationId, new Date(at));
  });
  const changed = events.filter(({ type }) => settings.has(type)).map(({ tenantId }) => tenantId);
  for (const tenantId of new Set(changed)) await measureServiceLevels(systemActor(tenantId, "serviceLevels"));
}

/** A status of Meta's and what the software says by itself change no promise. */
function matters({ type, actor, payload }: RecordedEvent): boolean {
  if (settings.has(type)) return false;
  if (type === "message.sent") return payload.author === "phone_app";
  return type !== "message.queued" || !actor.startsWith("system:");
}

export async function followConversation(actor: Actor, conversationId: string, at: Date): Promise<void> {
  // Whoever wrote the event may have a clock that is ahead of ours.
  const now = new Date(Math.max(at.getTime(), Date.now()));
  await withConversation(actor, conversationId, (tx, row) => settleLevels(tx, actor, row, { at, now }));
}

/**
 * The caller has locked the conversation.
 * @param when.at when what is followed happened, which may be a while ago
 */
export async function settleLevels(
  tx: Transaction,
  actor: Actor,
  row: ConversationRow,
  when: { at: Date; now: Date },
): Promise<void> {
  const { facts, running, measure } = await readPresentOf(tx, row);
  const changes = timersAfter(facts, running, { ...measure, ...when });
  await applyChanges(tx, actor, row, { changes, running });
}

/** Another policy or other hours hold for what runs already. */
export async function measureServiceLevels(actor: Actor): Promise<void> {
  const { rows } = await withTenant(actor, (tx) =>
    tx.$client.query<{ id: string }>(
      `select c.id from conversations c
       where c.tenant_id = $1 and c.state <> 'resolved' and c.spam_at is null and ${IS_PROMISED}`,
      [actor.tenantId],
    ),
  );
  await eachAlone("A service level", rows, ({ id }) => followConversation(actor, id, new Date()));
}
