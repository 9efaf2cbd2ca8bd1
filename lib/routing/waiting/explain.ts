import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type * as z from "zod";
import { offers, skills } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { inOneTrip, type Transaction } from "@/db/transaction";
import { type Actor, authorize } from "@/lib/auth";
import { type ConversationRow, findConversation, namesOf } from "@/lib/conversations";
import { priorities } from "@/lib/conversations/types";
import { placeInQueue } from "@/lib/routing/queue-place";
import { type Explained, explain, isOpenToAll, overflowOf } from "@/lib/routing/rules/explain";
import { levelOf } from "@/lib/routing/rules/order";
import type { ExplainWaiting } from "@/lib/routing/schemas";
import type { Skill } from "@/lib/routing/types";
import { MINUTE, SECOND } from "@/lib/time";
import { workloadOf } from "@/lib/workload";
import { loadScene } from "./load-scene";

type Answer = z.input<typeof ExplainWaiting.output>;

/** Why somebody waits, and stands where they stand. Whoever may see the conversation may know it. */
export async function explainWaiting(
  actor: Actor,
  { conversationId }: { conversationId: string },
  now = new Date(),
): Promise<Answer> {
  authorize(actor, "conversations.read");
  return withTenant(actor, async (tx) => {
    const row = await findConversation(tx, actor, conversationId);
    const { departmentId } = row;
    const loaded = departmentId === null ? null : await loadScene(tx, actor, { conversationId, departmentId, now });
    if (!loaded) return withoutDesk(tx, actor, row, now);
    const [place, offer] = await inOneTrip(placeInQueue(tx, actor, row.id, now), getOffer(tx, row));
    return answerOf(tx, actor, loaded, { place, offer });
  });
}

type Loaded = NonNullable<Awaited<ReturnType<typeof loadScene>>>;
type Standing = { place: number | null; offer: Offer | undefined };

async function answerOf(tx: Transaction, actor: Actor, loaded: Loaded, { place, offer }: Standing): Promise<Answer> {
  const { scene, queued, desk } = loaded;
  const explained = explain(scene, queued, desk);
  const overflow = overflowOf(queued, desk, scene.nowMs);
  const member = offer?.memberId ?? explained.memberId;
  const mention = (member_id: string | null, department_id: string | null) => ({
    actor: "",
    member_id,
    department_id,
  });
  const names = await namesOf(tx, actor.tenantId, [
    mention(member, desk.departmentId),
    mention(null, desk.overflowDepartmentId),
    ...explained.candidates.map(({ memberId }) => mention(memberId, null)),
  ]);
  return {
    ...{ why: explained.why, mode: desk.mode, place, isReturned: queued.returnedAtMs !== null },
    ...{ priority: queued.priority, language: queued.language },
    countsAs: priorities[levelOf(queued, scene.nowMs, scene.workload.agingMs)] ?? queued.priority,
    waitedSeconds: Math.max(0, Math.floor((scene.nowMs - queued.queuedSinceMs) / SECOND)),
    isOpenToAll: isOpenToAll(queued, desk, scene.nowMs),
    department: names.department(desk.departmentId),
    member: names.member(member),
    until: untilOf(explained, offer),
    overflow: overflow && {
      at: new Date(overflow.atMs).toISOString(),
      department: names.department(overflow.departmentId),
    },
    skills: await listNamedSkills(tx, actor, [...desk.skillIds, ...queued.skillIds]),
    candidates: explained.candidates.flatMap(({ memberId, ...rest }) => {
      const candidate = names.member(memberId);
      return candidate ? [{ member: candidate, ...rest }] : [];
    }),
  };
}

async function listNamedSkills(tx: Transaction, { tenantId }: Actor, skillIds: string[]): Promise<Skill[]> {
  if (skillIds.length === 0) return [];
  const { id, name } = skills;
  return tx
    .select({ id, name })
    .from(skills)
    .where(and(eq(skills.tenantId, tenantId), inArray(id, skillIds)))
    .orderBy(asc(name));
}

type Offer = { memberId: string; expiresAt: Date };

async function getOffer(tx: Transaction, { tenantId, id }: ConversationRow): Promise<Offer | undefined> {
  const { memberId, expiresAt, outcome, conversationId } = offers;
  const [offer] = await tx
    .select({ memberId, expiresAt })
    .from(offers)
    .where(and(eq(offers.tenantId, tenantId), eq(conversationId, id), isNull(outcome)));
  return offer;
}

function untilOf({ untilMs }: Explained, offer: Offer | undefined): string | null {
  if (offer) return offer.expiresAt.toISOString();
  return untilMs === null ? null : new Date(untilMs).toISOString();
}

/** Of no department, taken meanwhile, or nobody's to answer: another responder has the thread, or we block the contact. */
async function withoutDesk(tx: Transaction, actor: Actor, row: ConversationRow, now: Date): Promise<Answer> {
  const { state, departmentId, priority, queuedSince, waitingSince, lastActivityAt } = row;
  const [place, { agingMinutes }] = await inOneTrip(placeInQueue(tx, actor, row.id, now), workloadOf(tx, actor));
  const queuedSinceMs = (queuedSince ?? waitingSince ?? lastActivityAt).getTime();
  const level = levelOf({ priority, queuedSinceMs }, now.getTime(), agingMinutes * MINUTE);
  const isOver = state !== "queued";
  return {
    why: isOver ? "over" : departmentId === null ? "noDepartment" : "notOurs",
    ...{ mode: "manual", place, priority, countsAs: priorities[level] ?? priority },
    waitedSeconds: isOver ? 0 : Math.max(0, Math.floor((now.getTime() - queuedSinceMs) / SECOND)),
    isReturned: row.returnedAt !== null,
    ...{ isOpenToAll: false, department: null, member: null, until: null, overflow: null },
    ...{ language: null, skills: [], candidates: [] },
  };
}
