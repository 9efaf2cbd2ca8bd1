import { and, eq } from "drizzle-orm";
import { silences } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, systemActor } from "@/lib/auth";
import { type ConversationRow, listAmong, withConversation } from "@/lib/conversations";
import { type EventType, type RecordedEvent, startReader } from "@/lib/events";
import { eachAlone, type Loop } from "@/lib/jobs";
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

/** Keeps track of the conversations in which the customer is silent. */
export function startListeningForSilence(): Loop {
  return startReader({
    name: "silence",
    types: [...acts, ...others],
    exceptStatuses: true,
    paceMs: PACE_MS,
    onEvents: followEvents,
  });
}

export async function followEvents(events: readonly RecordedEvent[]): Promise<void> {
  const mattering = events.filter(matters);
  const heeded = await listAmong(mattering, { name: "list_heeded", condition: IS_HEEDED });
  for (const [tenantId, own] of Map.groupBy(events, (event) => event.tenantId)) {
    const actor = systemActor(tenantId, "silence");
    const ofHeeded = own.filter((event) => matters(event) && heeded.has(event.conversationId));
    const touched = [...Map.groupBy(ofHeeded, ({ conversationId }) => conversationId)].map(
      ([conversationId, ofOne]) => {
        const act = ofOne.findLast(({ type, actor: by }) => isAct.has(type) && !by.startsWith("system:"));
        return { conversationId, actedAt: act ? new Date(act.at) : null };
      },
    );
    await eachAlone("A silence", touched, async ({ conversationId, actedAt }) => {
      if (conversationId !== null) await followConversation(actor, conversationId, actedAt);
    });
    for (const { type, departmentId } of own) {
      if (type === "department.changed" && departmentId) await followDepartment(actor, departmentId);
    }
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
  const { rows } = await withTenant(actor, (tx) =>
    tx.$client.query<{ id: string }>(
      `select c.id from conversations c where c.tenant_id = $1 and c.department_id = $2
         and c.state in ('open', 'queued') and c.waiting_since is null and ${IS_HEEDED}`,
      [actor.tenantId, departmentId],
    ),
  );
  await eachAlone("A silence", rows, ({ id }) => followConversation(actor, id, null));
}
