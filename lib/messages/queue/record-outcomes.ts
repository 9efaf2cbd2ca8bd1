import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { systemActor } from "@/lib/auth";
import { lockMessages } from "@/lib/messages/delivery-facts";
import { writeDepartures } from "@/lib/messages/departure";
import { lockWamids } from "@/lib/messages/known-wamids";
import type { Attempt } from "./claim";
import type { Decision } from "./decide";
import { doubtTemplates } from "./doubt-templates";
import { recordAccepted } from "./record-accepted";
import { recordFailed } from "./record-failed";
import { recordWaiting } from "./record-waiting";
import { slowDown } from "./slow-down";
import { stopChannels } from "./stop-channels";

export type Outcome<Kind extends Decision["kind"] = Decision["kind"]> = {
  attempt: Attempt;
  decision: Extract<Decision, { kind: Kind }>;
};

/**
 * Writes what became of attempts of one tenant. A decision counts only while its lease is held; that Meta accepted a
 * message is a fact whoever reports it, and however late.
 */
export async function recordOutcomes(tenantId: string, outcomes: Outcome[]): Promise<void> {
  const actor = systemActor(tenantId, "send");
  await withTenant(actor, async (tx) => {
    const accepted = ofKind(outcomes, "accepted");
    await lockWamids(
      tx,
      accepted.map(({ attempt, decision }) => ({ channelId: attempt.channelId, wamid: decision.wamid })),
    );
    if (accepted.length === outcomes.length) return recordAccepted(tx, actor, accepted);
    const isHeld = await lockHeld(tx, tenantId, outcomes);
    await lockMessages(
      tx,
      tenantId,
      outcomes.map(({ attempt }) => attempt.messageId),
    );
    await recordAccepted(tx, actor, accepted);
    const held = outcomes.filter(isHeld);
    await writeDepartures(tx, tenantId, departuresOf(held));
    const failed = ofKind(held, "failed");
    await recordFailed(tx, actor, failed);
    await doubtTemplates(tx, tenantId, failed);
    const slowed = ofKind(held, "slow_down");
    const blocked = await slowDown(tx, slowed);
    const stopped = ofKind(held, "stop_channel");
    await stopChannels(tx, actor, stopped);
    await recordWaiting(tx, actor, [
      ...ofKind(held, "retry").map(({ attempt, decision }) => waits(attempt, "retry_wait", decision.delayMs, true)),
      ...ofKind(held, "held_up").map(({ attempt, decision }) => waits(attempt, "queued", decision.delayMs, false)),
      ...slowed.map(({ attempt }) => waits(attempt, "retry_wait", blocked.get(attempt.messageId) ?? 0, false)),
      ...stopped.map(({ attempt }) => waits(attempt, "queued", 0, false)),
      ...ofKind(held, "ambiguous").map(({ attempt }) => waits(attempt, "ambiguous", 0, true)),
    ]);
  });
}

function departuresOf(outcomes: Outcome[]) {
  return outcomes.flatMap(({ attempt: { messageId }, decision: { kind, departure } }) =>
    departure && kind !== "accepted" ? [{ messageId, departure }] : [],
  );
}

function waits(attempt: Attempt, state: "queued" | "retry_wait" | "ambiguous", delayMs: number, counts: boolean) {
  return { messageId: attempt.messageId, state, delayMs, counts };
}

function ofKind<Kind extends Decision["kind"]>(outcomes: Outcome[], kind: Kind): Outcome<Kind>[] {
  return outcomes.flatMap(({ attempt, decision }) =>
    decision.kind === kind ? [{ attempt, decision: decision as Outcome<Kind>["decision"] }] : [],
  );
}

/** Locks the rows in one order and tells which leases are still held: another loop may have given one up as lost. */
async function lockHeld(tx: Transaction, tenantId: string, outcomes: Outcome[]) {
  const { rows } = await tx.$client.query<{ message_id: string; lease_token: string | null }>({
    name: "lock_held",
    text: `select message_id, lease_token from outbox
     where tenant_id = $1 and message_id = any($2::uuid[]) order by message_id for update`,
    values: [tenantId, outcomes.map(({ attempt }) => attempt.messageId)],
  });
  const tokens = new Map(rows.map((row) => [row.message_id, row.lease_token]));
  return ({ attempt }: Outcome) => tokens.get(attempt.messageId) === attempt.leaseToken;
}
