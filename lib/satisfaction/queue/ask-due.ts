import { and, asc, eq, isNull, lte, type SQL } from "drizzle-orm";
import { serviceWindows, surveys } from "@/db/schema";
import { withSystem } from "@/db/system";
import type { Transaction } from "@/db/transaction";
import { type Actor, systemActor } from "@/lib/auth";
import { type ConversationRow, isWindowOpen, readSummary, withConversation } from "@/lib/conversations";
import { InvalidError, NotFoundError } from "@/lib/errors";
import { causesOf, recordEvent } from "@/lib/events";
import { eachDue, isNotPutOff } from "@/lib/jobs";
import { sendBySoftware } from "@/lib/messages";
import { variableValues } from "@/lib/quick-replies/types";
import { payloadOf } from "@/lib/satisfaction/payload";
import { scoresOf } from "@/lib/satisfaction/rules/scores-of";
import { surveySettingsOf } from "@/lib/satisfaction/settings/read";
import { findAsking, templateQuestion } from "@/lib/satisfaction/template-question";
import { askAgainAfterDays, type SurveySettings, type SurveyWay } from "@/lib/satisfaction/types";
import { isOfActiveTenant, nameOfWorkspace } from "@/lib/tenants";
import { DAY } from "@/lib/time";
import { tenantSealer } from "@/lib/vault";
import type { MessageContent } from "@/lib/whatsapp/types";

const BATCH = 50;
const WORK = "surveys.due";

type Survey = typeof surveys.$inferSelect;
type Seal = Awaited<ReturnType<typeof tenantSealer>>;

/** Asks whoever is to be asked by now. Any number of engines do this at once: each customer is asked once. */
export async function askDue(now: Date = new Date()): Promise<boolean> {
  const { tenantId, id, conversationId, dueAt } = surveys;
  const due = await withSystem((tx) =>
    tx
      .select({ tenantId, itemId: id, conversationId })
      .from(surveys)
      .where(and(isWaiting(), lte(dueAt, now), isNotPutOff(WORK, tenantId, id, now), isOfActiveTenant(tenantId)))
      .orderBy(asc(dueAt))
      .limit(BATCH)
      .for("update", { skipLocked: true }),
  );
  await eachDue(WORK, due, ({ itemId, ...each }) => ask({ ...each, id: itemId }, now));
  return due.length === BATCH;
}

function isWaiting(): SQL | undefined {
  return and(isNull(surveys.askedAt), isNull(surveys.droppedReason));
}

async function ask(which: Pick<Survey, "tenantId" | "id" | "conversationId">, now: Date): Promise<void> {
  const { tenantId, conversationId } = which;
  const [seal, workspace] = await Promise.all([tenantSealer(tenantId), nameOfWorkspace(which)]);
  await withConversation(systemActor(tenantId, "surveys"), conversationId, async (tx, row) => {
    const mine = and(eq(surveys.tenantId, tenantId), eq(surveys.id, which.id), isWaiting());
    const [survey] = await tx.select().from(surveys).where(mine).for("update");
    if (!survey) return;
    const causes = await causesOf(tx, { tenantId }, [{ conversationId }], ["conversation.resolved"]);
    const actor = systemActor(tenantId, "surveys", causes.get(conversationId));
    // Opened again since: it is planned anew when it ends.
    if (row.state !== "resolved") return void (await tx.delete(surveys).where(mine));
    const drop = (droppedReason: string) => tx.update(surveys).set({ droppedReason }).where(mine);
    await lockAsking(tx, row);
    const refusal = await reasonNotToAsk(tx, row, now);
    if (refusal) return void (await drop(refusal));
    const settings = await surveySettingsOf(tx, row.tenantId, row.departmentId);
    if (!settings?.isActive) return void (await drop("not_asked_there"));
    const question = await questionOf(tx, actor, { row, survey, settings, workspaceName: workspace.name, now });
    if (typeof question === "string") return void (await drop(question));
    const sent = await send(tx, actor, { row, question, seal });
    if (sent.refusal !== null) return void (await drop(sent.refusal));
    await tx.update(surveys).set({ askedAt: now, way: question.way, messageId: sent.messageId }).where(mine);
    const { contactId, channelId, departmentId } = row;
    await recordEvent(tx, actor, {
      type: "survey.asked",
      ...{ conversationId: row.id, contactId, channelId, departmentId, messageId: sent.messageId },
      payload: { surveyId: survey.id, way: question.way },
    });
  });
}

/** Of two conversations of one customer that ended together, the second sees that the first was asked of. */
async function lockAsking(tx: Transaction, { tenantId, contactId }: ConversationRow): Promise<void> {
  await tx.$client.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`survey|${tenantId}|${contactId}`]);
}

/** Nobody is asked about spam or another's thread, who wants nothing from us, or who was asked only just. */
async function reasonNotToAsk(tx: Transaction, row: ConversationRow, now: Date): Promise<string | null> {
  if (row.spamAt !== null) return "spam";
  if (row.owner !== "us") return "owned_by_other";
  const { rows } = await tx.$client.query<{ withdrawn: boolean; asked: boolean }>(
    `select coalesce((select c.state = 'withdrawn' from consents c
         where c.tenant_id = $1 and c.contact_id = $2 and c.purpose = 'service' order by c.at desc, c.id desc limit 1), false)
       as withdrawn,
       exists (select from surveys s where s.tenant_id = $1 and s.contact_id = $2 and s.asked_at > $3) as asked`,
    [row.tenantId, row.contactId, new Date(now.getTime() - askAgainAfterDays * DAY).toISOString()],
  );
  if (rows[0]?.withdrawn) return "opted_out";
  return rows[0]?.asked ? "asked_recently" : null;
}

type Question = { content: MessageContent; way: SurveyWay };
type Facts = { row: ConversationRow; survey: Survey; settings: SurveySettings; workspaceName: string; now: Date };

/** Inside the service window by buttons, after it by the department's template; or why neither can be. */
async function questionOf(tx: Transaction, actor: Actor, facts: Facts): Promise<Question | string> {
  const { row, survey, settings, workspaceName, now } = facts;
  const { tenantId, contactId, channelId } = serviceWindows;
  const [window] = await tx
    .select({ openedAt: serviceWindows.openedAt })
    .from(serviceWindows)
    .where(and(eq(tenantId, row.tenantId), eq(contactId, row.contactId), eq(channelId, row.channelId)));
  if (isWindowOpen(window?.openedAt ?? null, now)) return { way: "buttons", content: buttonsOf(survey.id, settings) };
  if (settings.templateId === null) return "not_asked_there";
  const found = await findAsking(tx, actor, settings.templateId).catch((error: unknown) => {
    if (error instanceof NotFoundError) return null;
    throw error;
  });
  if (!found) return "survey_template_unfit";
  const summary = await readSummary(tx, actor, row.id);
  const known = variableValues(summary, { agentName: summary.assignee?.name ?? null, workspaceName });
  const content = templateQuestion(survey.id, { ...found, texts: settings.templateValues, known });
  return content ? { way: "template", content } : "survey_value_missing";
}

function buttonsOf(surveyId: string, { question, choices }: SurveySettings): MessageContent {
  const scores = scoresOf(choices.length);
  const buttons = choices.map((title, at) => ({
    type: "reply" as const,
    reply: { id: payloadOf(surveyId, scores[at] ?? 1), title },
  }));
  return { type: "interactive", interactive: { type: "button", body: { text: question }, action: { buttons } } };
}

async function send(tx: Transaction, actor: Actor, what: { row: ConversationRow; question: Question; seal: Seal }) {
  const { row, question, seal } = what;
  const origin = { kind: "automation", by: "survey", id: row.departmentId, name: "" } as const;
  try {
    const words = { conversationId: row.id, content: question.content, origin, seal, isAfterEnd: true };
    const { refusal, messageId } = await sendBySoftware(tx, actor, words);
    return refusal === null ? { refusal, messageId } : { refusal: refusal.code, messageId: null };
  } catch (error) {
    if (error instanceof InvalidError) return { refusal: error.code, messageId: null };
    throw error;
  }
}
