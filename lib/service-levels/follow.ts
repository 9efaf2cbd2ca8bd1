import { sql } from "drizzle-orm";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, systemActor } from "@/lib/auth";
import { type ConversationRow, listAmong, withConversation } from "@/lib/conversations";
import { type EventType, type RecordedEvent, startReader } from "@/lib/events";
import { type Errand, eachByItself, putErrands, startErrands } from "@/lib/jobs";
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

const FOLLOW = "serviceLevels.follow";

/** What was put off, or left for later, by the work's name. */
export const errands = {
  [FOLLOW]: ({ tenantId, itemId }: Errand) =>
    followConversation(systemActor(tenantId, "serviceLevels"), itemId, new Date()),
};

/** Keeps the promises of every conversation in step with what happens to it. */
export function startFollowing(): { stop: () => Promise<void> } {
  const reading = startReader({
    name: "serviceLevels",
    types: [...moves, ...settings],
    exceptStatuses: true,
    paceMs: PACE_MS,
    onEvents: followEvents,
  });
  const later = startErrands("serviceLevels later", errands);
  return {
    stop: async () => {
      await Promise.all([reading.stop(), later.stop()]);
    },
  };
}

export async function followEvents(events: readonly RecordedEvent[], lost?: AbortSignal): Promise<void> {
  const mattering = events.filter(matters);
  // Windows that are about to close are looked for by themselves.
  const promised = await listAmong(mattering, { name: "list_promised", condition: IS_PROMISED });
  const last = new Map(mattering.map((event) => [event.conversationId ?? "", event]));
  const moved = [...last].map(([itemId, event]) => ({ ...event, itemId })).filter(({ itemId }) => promised.has(itemId));
  const follow = ({ tenantId, itemId, at, causeId }: (typeof moved)[number]) =>
    followConversation(systemActor(tenantId, "serviceLevels", causeId), itemId, new Date(at));
  await eachByItself(FOLLOW, moved, follow, lost);
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

/** Another policy or other hours hold for what runs already, in each conversation by itself. */
export async function measureServiceLevels(actor: Actor): Promise<void> {
  const { tenantId } = actor;
  const living = sql`select c.tenant_id, c.id from conversations c
    where c.tenant_id = ${tenantId} and c.state <> 'resolved' and c.spam_at is null
      and ${sql.raw(IS_PROMISED)}`;
  await withTenant(actor, (tx) => putErrands(tx, FOLLOW, living));
}
