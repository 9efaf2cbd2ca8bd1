import { and, eq, sql } from "drizzle-orm";
import { silences } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, systemActor } from "@/lib/auth";
import { type ConversationRow, listAmong, withConversation } from "@/lib/conversations";
import { type EventType, type RecordedEvent, startReader } from "@/lib/events";
import { type Errand, eachByItself, putErrands, startErrands } from "@/lib/jobs";
import { SECOND } from "@/lib/time";
import { readFacts } from "./facts";
import { silenceOf } from "./rules/silence-of";
import { silenceSettingsOf } from "./settings/read";

/** What a member does with a conversation shows that it has not ended. */
const acts = [
  "conversation.assigned",
  "conversation.transferred",
  "conversation.prioritised",
  "conversation.labelled",
  "conversation.reopened",
  "conversation.woken",
  "note.written",
] as const satisfies EventType[];

const others = [
  "conversation.snoozed",
  "conversation.resolved",
  "conversation.markedSpam",
  "conversation.ownerChanged",
  "message.received",
  "message.queued",
  "message.sent",
  "message.failed",
  "message.cancelled",
  "call.missed",
  "department.changed",
] as const satisfies EventType[];

const isAct: ReadonlySet<EventType> = new Set<EventType>(acts);

/** The department of a conversation `c` takes silence for an end, or did. */
const IS_HEEDED = `(
  exists (select from silence_settings s where s.tenant_id = c.tenant_id and s.department_id = c.department_id)
  or exists (select from silences s where s.tenant_id = c.tenant_id and s.conversation_id = c.id))`;

/** Silence is counted in minutes. */
const PACE_MS = SECOND / 2;

const FOLLOW = "silence.follow";
const MEASURE = "silence.measure";

/** What was put off, or left for later, by the work's name. */
export const errands = {
  // Whether somebody acted when it failed is not known any more: nothing is closed on too soon.
  [FOLLOW]: ({ tenantId, itemId }: Errand) => followConversation(systemActor(tenantId, "silence"), itemId, new Date()),
  [MEASURE]: ({ tenantId, itemId }: Errand) => followConversation(systemActor(tenantId, "silence"), itemId, null),
};

/** Keeps track of the conversations in which the customer is silent. */
export function startListeningForSilence(): { stop: () => Promise<void> } {
  const reading = startReader({
    name: "silence",
    types: [...acts, ...others],
    exceptStatuses: true,
    paceMs: PACE_MS,
    onEvents: followEvents,
  });
  const later = startErrands("silence later", errands);
  return {
    stop: async () => {
      await Promise.all([reading.stop(), later.stop()]);
    },
  };
}

export async function followEvents(events: readonly RecordedEvent[], lost?: AbortSignal): Promise<void> {
  const mattering = events.filter(matters);
  const heeded = await listAmong(mattering, { name: "list_heeded", condition: IS_HEEDED });
  const ofHeeded = mattering.filter(({ conversationId }) => heeded.has(conversationId ?? ""));
  const byConversation = Map.groupBy(ofHeeded, ({ conversationId }) => conversationId ?? "");
  const moved = [...byConversation].flatMap(([itemId, own]) =>
    own.slice(0, 1).map(({ tenantId }) => ({ tenantId, itemId, own })),
  );
  const follow = ({ tenantId, itemId, own }: (typeof moved)[number]) => {
    const act = own.findLast(({ type, actor: by }) => isAct.has(type) && !by.startsWith("system:"));
    return followConversation(systemActor(tenantId, "silence"), itemId, act ? new Date(act.at) : null);
  };
  await eachByItself(FOLLOW, moved, follow, lost);
  for (const { type, tenantId, departmentId } of events) {
    if (type !== "department.changed" || departmentId === null) continue;
    await followDepartment(systemActor(tenantId, "silence"), departmentId);
  }
}

/** A status of Meta's is no word of ours. */
function matters({ type, payload }: RecordedEvent): boolean {
  return type !== "message.sent" || payload.author === "phone_app";
}

export async function followConversation(actor: Actor, conversationId: string, actedAt: Date | null): Promise<void> {
  await withConversation(actor, conversationId, async (tx, row) => void (await keepSilence(tx, row, actedAt)));
}

type SilenceRow = typeof silences.$inferSelect;

/** Makes the row say what the conversation does. The caller has locked the conversation. */
export async function keepSilence(
  tx: Transaction,
  row: ConversationRow,
  actedAt: Date | null,
): Promise<SilenceRow | null> {
  const own = and(eq(silences.tenantId, row.tenantId), eq(silences.conversationId, row.id));
  const [before] = await tx.select().from(silences).where(own);
  const settings = await silenceSettingsOf(tx, row.tenantId, row.departmentId);
  const last = latest(actedAt, before?.since ?? null);
  const silence = settings && silenceOf(await readFacts(tx, row), settings, last);
  if (!silence) {
    if (before) await tx.delete(silences).where(own);
    return null;
  }
  // Whoever was told when it closes is not told again, nor closed on later or sooner, unless something has happened.
  if (before?.warnedAt && +before.since === +silence.since) return before;
  const [kept] = await tx
    .insert(silences)
    .values({ tenantId: row.tenantId, conversationId: row.id, ...silence, warnedAt: null })
    .onConflictDoUpdate({ target: [silences.tenantId, silences.conversationId], set: { ...silence, warnedAt: null } })
    .returning();
  return kept ?? null;
}

function latest(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}

/** Its settings may be others: for whoever is silent there now. */
async function followDepartment(actor: Actor, departmentId: string): Promise<void> {
  const { tenantId } = actor;
  const silent = sql`select c.tenant_id, c.id from conversations c
    where c.tenant_id = ${tenantId} and c.department_id = ${departmentId} and c.state in ('open', 'queued')
      and c.waiting_since is null
      and ${sql.raw(IS_HEEDED)}`;
  await withTenant(actor, (tx) => putErrands(tx, MEASURE, silent));
}
