import { and, eq, isNull } from "drizzle-orm";
import { serviceLevels } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import type { ConversationRow } from "@/lib/conversations";
import { type NewEvent, recordEvents } from "@/lib/events";
import { newId } from "@/lib/ids";
import type { Change, Level, Running } from "./rules/timers-after";

type Told = "started" | "changed" | "warned" | "missed" | "met" | "cancelled";

export function levelEvent(
  row: ConversationRow,
  told: Told,
  level: Pick<Level, "kind" | "dueAt" | "missedAt">,
): NewEvent {
  return {
    type: `serviceLevel.${told}`,
    conversationId: row.id,
    contactId: row.contactId,
    channelId: row.channelId,
    departmentId: row.departmentId,
    memberId: row.assigneeId,
    payload: { kind: level.kind, dueAt: level.dueAt?.toISOString() ?? null, isLate: level.missedAt !== null },
  };
}

/** Writes what the rule found, and says what of it is to be seen: the window is, once it is about to close. */
export async function applyChanges(
  tx: Transaction,
  actor: Actor,
  row: ConversationRow,
  { changes, running }: { changes: readonly Change[]; running: readonly Running[] },
): Promise<void> {
  const events: NewEvent[] = [];
  for (const change of changes) {
    const level = change.do === "start" ? change.level : running.find(({ id }) => id === change.id);
    if (!level) continue;
    if (change.do === "start") await start(tx, row, change.level);
    else await write(tx, row, change);
    const isSeen = level.kind !== "window" || level.warnedAt !== null;
    const shown = change.do === "change" ? change.level : level;
    if (isSeen) events.push(levelEvent(row, told[change.do], shown));
  }
  if (events.length > 0) await recordEvents(tx, actor, events);
}

const told = { start: "started", change: "changed", meet: "met", cancel: "cancelled" } as const;

/** One that had ended comes back where what ended it was taken back, with what was told of it. */
async function start(tx: Transaction, { tenantId, id: conversationId }: ConversationRow, level: Level): Promise<void> {
  const { warnedAt, missedAt, ...times } = level;
  const revived = await tx
    .update(serviceLevels)
    .set({ ...times, metAt: null, cancelledAt: null })
    .where(
      and(
        eq(serviceLevels.tenantId, tenantId),
        eq(serviceLevels.conversationId, conversationId),
        eq(serviceLevels.kind, level.kind),
        eq(serviceLevels.startedAt, level.startedAt),
      ),
    )
    .returning({ id: serviceLevels.id });
  if (revived.length === 0) await tx.insert(serviceLevels).values({ tenantId, id: newId(), conversationId, ...level });
}

async function write(tx: Transaction, { tenantId }: ConversationRow, change: Exclude<Change, { do: "start" }>) {
  const set =
    change.do === "change"
      ? timesOf(change.level)
      : change.do === "meet"
        ? { metAt: change.at }
        : { cancelledAt: new Date() };
  await tx
    .update(serviceLevels)
    .set(set)
    .where(
      and(
        eq(serviceLevels.tenantId, tenantId),
        eq(serviceLevels.id, change.id),
        isNull(serviceLevels.metAt),
        isNull(serviceLevels.cancelledAt),
      ),
    );
}

function timesOf({ kind: _, ...level }: Level) {
  const { policyId, departmentId, startedAt, runningSince, usedSeconds, dueAt, warnAt, warnedAt, missedAt } = level;
  return { policyId, departmentId, startedAt, runningSince, usedSeconds, dueAt, warnAt, warnedAt, missedAt };
}
