import { and, eq, isNull } from "drizzle-orm";
import { conversations, surveys } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, systemActor } from "@/lib/auth";
import { type RecordedEvent, startReader } from "@/lib/events";
import { type Errand, eachByItself, startErrands } from "@/lib/jobs";
import { sendBySoftware } from "@/lib/messages";
import { isActiveTenant } from "@/lib/tenants";
import { tenantSealer } from "@/lib/vault";
import { planSurvey } from "./plan";
import { surveySettingsOf } from "./settings/read";

const PLAN = "surveys.plan";
const AFTER_SCORE = "surveys.afterScore";
const AFTER_COMMENT = "surveys.afterComment";

/** What was put off, by the work's name. */
export const errands = {
  [PLAN]: ({ tenantId, itemId }: Errand) => planSurvey(systemActor(tenantId, "surveys"), itemId),
  [AFTER_SCORE]: ({ tenantId, itemId }: Errand) => goOn(systemActor(tenantId, "surveys"), itemId, false),
  [AFTER_COMMENT]: ({ tenantId, itemId }: Errand) => goOn(systemActor(tenantId, "surveys"), itemId, true),
};

/** Plans a question when a conversation ends, and goes on when it is answered. */
export function startSurveying(): { stop: () => Promise<void> } {
  const types = [
    "conversation.resolved",
    "conversation.reopened",
    "conversation.markedSpam",
    "survey.answered",
  ] as const;
  const reading = startReader({ name: "surveys", types, onEvents: followEvents });
  const later = startErrands("surveys later", errands);
  return {
    stop: async () => {
      await Promise.all([reading.stop(), later.stop()]);
    },
  };
}

export async function followEvents(events: readonly RecordedEvent[], lost?: AbortSignal): Promise<void> {
  for (const event of events) {
    const { tenantId, conversationId } = event;
    const work = workFor(event);
    const itemId = work === PLAN ? conversationId : String(event.payload.surveyId);
    if (itemId !== null) await eachByItself(work, [{ tenantId, itemId }], errands[work], lost);
  }
}

function workFor({ type, payload }: RecordedEvent): keyof typeof errands {
  if (type !== "survey.answered") return PLAN;
  return payload.part === "comment" ? AFTER_COMMENT : AFTER_SCORE;
}

/** After the score the question for a comment, if there is one; at the end thanks, once. */
async function goOn(actor: Actor, surveyId: string, isComment: boolean): Promise<void> {
  const { tenantId } = actor;
  if (!(await isActiveTenant(tenantId))) return;
  const seal = await tenantSealer(tenantId);
  await withTenant(actor, async (tx) => {
    const own = and(eq(surveys.tenantId, tenantId), eq(surveys.id, surveyId));
    const [survey] = await tx.select().from(surveys).where(own);
    const settings = survey && (await surveySettingsOf(tx, tenantId, survey.departmentId));
    if (!settings) return;
    const asksComment = survey.asksComment && settings.commentQuestion !== null;
    // They have said it already, before anybody asked.
    if (!isComment && survey.comment !== null) return;
    const isEnd = isComment || !asksComment;
    // Opened again since: they have said what they want, and it was no comment.
    if (!isEnd && !(await isOver(tx, survey))) return;
    const set = isEnd ? { thankedAt: new Date() } : { commentAskedAt: new Date() };
    const isFirst = isNull(isEnd ? surveys.thankedAt : surveys.commentAskedAt);
    const [mine] = await tx.update(surveys).set(set).where(and(own, isFirst)).returning();
    const text = isEnd ? settings.thanks : settings.commentQuestion;
    if (!mine || text === null) return;
    const origin = { kind: "automation", by: "survey", id: survey.departmentId, name: "" } as const;
    const content = { type: "text" as const, text: { body: text } };
    const { conversationId } = survey;
    const sent = await sendBySoftware(tx, actor, { conversationId, content, origin, seal, isAfterEnd: true });
    // What was not asked is not answered: the next text is a message like any other.
    if (sent.refusal !== null && !isEnd) await tx.update(surveys).set({ commentAskedAt: null }).where(own);
  });
}

/** Locked as a message that comes in locks it, and before the survey as there: nothing is asked of whoever is just writing. */
async function isOver(tx: Transaction, { tenantId, conversationId }: typeof surveys.$inferSelect): Promise<boolean> {
  const own = and(eq(conversations.tenantId, tenantId), eq(conversations.id, conversationId));
  const [row] = await tx.select({ state: conversations.state }).from(conversations).where(own).for("update");
  return row?.state === "resolved";
}
