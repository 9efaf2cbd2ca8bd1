import { offers } from "@/db/schema";
import { inOneTrip, type Transaction } from "@/db/transaction";
import { type Actor, systemActor } from "@/lib/auth";
import { type ConversationRow, changeConversation, keepDecisions, type Told } from "@/lib/conversations";
import { causesOf, recordEvents } from "@/lib/events";
import { newId } from "@/lib/ids";
import type { Step } from "@/lib/routing/rules/plan";
import type { Desks } from "@/lib/routing/rules/state";
import { lockUnchanged } from "./lock-unchanged";

type Decided = { step: Step; told: Told };

/** Does what was planned, for each conversation that is still what the plan looked at. Answers what was done. */
export async function applySteps(
  tx: Transaction,
  actor: Actor,
  { steps, versions, desks, now }: { steps: Step[]; versions: Map<string, string>; desks: Desks; now: Date },
): Promise<Step[]> {
  const rows = await lockUnchanged(
    tx,
    actor,
    [...new Set(steps.map(({ conversationId }) => conversationId))],
    versions,
  );
  const kept = steps.filter(({ conversationId }) => rows.has(conversationId));
  const told = await keepDecisions(tx, actor, kept, now);
  const decided = kept.flatMap((step, at) => (told[at] ? [{ step, told: told[at] }] : []));
  const chains = Map.groupBy(decided, ({ step }) => step.conversationId);
  const asked = [...chains.keys()].map((conversationId) => ({ conversationId }));
  const causes = await causesOf(tx, actor, asked, queueing);
  const becauseOf = (causeId: string | undefined) => systemActor(actor.tenantId, actor.id, causeId);
  await inOneTrip(
    ...[...chains].map(async ([conversationId, chain]) => {
      let row = rows.get(conversationId);
      const giver = becauseOf(causes.get(conversationId));
      for (const { step, told } of chain) row = row && (await applyStep(tx, giver, row, step, told));
    }),
  );
  const ofOneCause = Map.groupBy(decided, ({ step }) => causes.get(step.conversationId));
  for (const [causeId, decided] of ofOneCause) {
    await makeOffers(tx, becauseOf(causeId), { decided, rows, desks, now });
  }
  return kept;
}

/** By which a conversation comes to be given out: who made it wait began the chain of what becomes of it. */
const queueing = [
  "conversation.queued",
  "conversation.reopened",
  "conversation.transferred",
  "conversation.woken",
  "conversation.returned",
] as const;

async function applyStep(tx: Transaction, actor: Actor, row: ConversationRow, step: Step, told: Told) {
  if (step.kind === "offer") return row;
  const changes =
    step.kind === "move" ? { departmentId: step.departmentId } : { state: "open" as const, assigneeId: step.memberId };
  return changeConversation(tx, actor, row, changes, { told });
}

type Offering = { decided: Decided[]; rows: Map<string, ConversationRow>; desks: Desks; now: Date };

async function makeOffers(tx: Transaction, actor: Actor, { decided, rows, desks, now }: Offering): Promise<void> {
  const { tenantId } = actor;
  const made = decided.flatMap(({ step: { kind, conversationId, departmentId, memberId }, told }) => {
    const offerMs = desks.get(departmentId)?.offerMs;
    if (kind !== "offer" || offerMs === undefined) return [];
    const expiresAt = new Date(now.getTime() + offerMs);
    const offer = { tenantId, id: newId(), conversationId, memberId, decisionId: told.decisionId, offeredAt: now };
    return [{ offer: { ...offer, expiresAt }, told, departmentId }];
  });
  if (made.length === 0) return;
  await tx.insert(offers).values(made.map(({ offer }) => offer));
  await recordEvents(
    tx,
    actor,
    made.map(({ offer: { id: offerId, conversationId, memberId, expiresAt }, told, departmentId }) => ({
      type: "conversation.offered" as const,
      ...{ conversationId, memberId, departmentId },
      contactId: rows.get(conversationId)?.contactId,
      channelId: rows.get(conversationId)?.channelId,
      payload: { ...told, offerId, expiresAt: expiresAt.toISOString() },
    })),
  );
}
