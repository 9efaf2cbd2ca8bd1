import { and, eq, isNull } from "drizzle-orm";
import { surveys } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, systemActor } from "@/lib/auth";
import { type RecordedEvent, startReader } from "@/lib/events";
import { eachAlone, type Loop } from "@/lib/jobs";
import { sendBySoftware } from "@/lib/messages";
import { tenantSealer } from "@/lib/vault";
import { planSurvey } from "./plan";
import { surveySettingsOf } from "./settings/read";

/** Plans a question when a conversation ends, and goes on when it is answered. */
export function startSurveying(): Loop {
  const types = [
    "conversation.resolved",
    "conversation.reopened",
    "conversation.markedSpam",
    "survey.answered",
  ] as const;
  return startReader({ name: "surveys", types, onEvents: followEvents });
}

export async function followEvents(events: readonly RecordedEvent[]): Promise<void> {
  await eachAlone("A survey", events, async ({ tenantId, type, conversationId, payload }) => {
    const actor = systemActor(tenantId, "surveys");
    if (type === "survey.answered") await goOn(actor, String(payload.surveyId), payload.part === "comment");
    else if (conversationId) await planSurvey(actor, conversationId);
  });
}

/** After the score the question for a comment, if there is one; at the end thanks, once. */
async function goOn(actor: Actor, surveyId: string, isComment: boolean): Promise<void> {
  const { tenantId } = actor;
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
    const set = isEnd ? { thankedAt: new Date() } : { commentAskedAt: new Date() };
    const isFirst = isNull(isEnd ? surveys.thankedAt : surveys.commentAskedAt);
    const [mine] = await tx.update(surveys).set(set).where(and(own, isFirst)).returning();
    const text = isEnd ? settings.thanks : settings.commentQuestion;
    if (!mine || text === null) return;
    const origin = { kind: "automation", by: "survey", id: survey.departmentId, name: "" } as const;
    const content = { type: "text" as const, text: { body: text } };
    await sendBySoftware(tx, actor, { conversationId: survey.conversationId, content, origin, seal, isAfterEnd: true });
  });
}
