import { systemActor } from "@/lib/auth";
import { resolveConversation } from "@/lib/conversations";
import type { RecordedEvent } from "@/lib/events";
import { newId } from "@/lib/ids";
import { sendMessage } from "@/lib/messages";
import { setDepartmentSurvey } from "@/lib/satisfaction";
import { followEvents } from "@/lib/satisfaction/follow";
import { planSurvey } from "@/lib/satisfaction/plan";
import type { SurveySettings } from "@/lib/satisfaction/types";
import { MINUTE } from "@/lib/time";
import { makeConversation } from "./conversations";
import { ownerQuery } from "./database";
import { makeTenant } from "./factories";
import { messagesBody, receive, secondsAgo, textMessage } from "./webhooks";

export const surveySettings: SurveySettings = {
  isActive: true,
  question: "How was it?",
  choices: ["Good", "Fair", "Poor"],
  commentQuestion: "What could be better?",
  thanks: "Thank you.",
  templateId: null,
  templateValues: {},
  afterMinutes: 0,
};

type Reply = { id: string; title: string };
type Sent = { id: string; type: string; preview: string; content: Record<string, unknown> };

/** A conversation that was answered, in a department that asks how it was. */
export async function surveyScene(changed: Partial<SurveySettings> = {}) {
  const tenant = await makeTenant({ channel: true });
  const { tenantId, agent, admin, departments, channel } = tenant;
  const departmentId = departments[0].id;
  await setDepartmentSurvey(admin, { departmentId, settings: { ...surveySettings, ...changed } });
  const plan = { assigneeId: agent.id, departmentId, lastActivityAt: new Date(Date.now() - 10 * MINUTE) };
  const { id: conversationId, phone, contactId } = await makeConversation(tenant, plan);
  const text = { body: "It is on its way." };
  await sendMessage(agent, { conversationId, clientId: newId(), type: "text", text });
  await ownerQuery("update messages set at = at - interval '5 minutes' where tenant_id = $1", [tenantId]);
  const actor = systemActor(tenantId, "surveys");
  const resolve = async () => {
    await resolveConversation(agent, { conversationId });
    await planSurvey(actor, conversationId);
  };
  const sent = () =>
    ownerQuery<Sent>(
      "select id, type, preview, content from messages where tenant_id = $1 and author = 'system' order by at, id",
      [tenantId],
    );
  const said = async () => (await sent()).map(({ preview }) => preview);
  const buttons = async () => {
    const [question] = await sent();
    const asked = question?.content.interactive as { action: { buttons: { reply: Reply }[] } } | undefined;
    return (asked?.action.buttons ?? []).map(({ reply }) => reply);
  };
  const message = async (more: Record<string, unknown>) => {
    // Meta's times are whole seconds: what is written now would seem to have come before the question.
    await ownerQuery("update messages set at = at - interval '2 seconds' where tenant_id = $1", [tenantId]);
    const said = { ...textMessage({ phone }, { timestamp: secondsAgo(0) }), ...more };
    await receive(channel, messagesBody(channel, { messages: [said] }));
  };
  const taps = async (at: number) => {
    const reply = (await buttons())[at];
    await message({ type: "interactive", text: undefined, interactive: { type: "button_reply", button_reply: reply } });
  };
  const writes = (body: string) => message({ text: { body } });
  /** As the reader does with what has been told since. */
  const follow = async (...before: RecordedEvent[]) => {
    const rows = await ownerQuery<{ payload: Record<string, unknown> }>(
      "select payload from events where tenant_id = $1 and type = 'survey.answered' order by seq",
      [tenantId],
    );
    const events = rows.map(({ payload }) => ({ tenantId, type: "survey.answered", conversationId, payload }));
    await followEvents([...before, ...(events as unknown as RecordedEvent[])]);
  };
  const conversation = async () =>
    (
      await ownerQuery(
        `select state, unread_count as unread, waiting_since is not null as waits,
           (select count(*)::int from conversations where tenant_id = $1) as count from conversations where id = $2`,
        [tenantId, conversationId],
      )
    )[0];
  const survey = async () => (await ownerQuery("select * from surveys where tenant_id = $1", [tenantId]))[0];
  return {
    ...{
      ...tenant,
      departmentId,
      conversationId,
      contactId,
      actor,
      resolve,
      sent,
      said,
      buttons,
      taps,
      writes,
      follow,
    },
    ...{ conversation, survey },
  };
}
