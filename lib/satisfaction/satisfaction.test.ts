import { describe, expect, it } from "vitest";
import { systemActor } from "@/lib/auth";
import { reopenConversation, resolveConversation } from "@/lib/conversations";
import type { RecordedEvent } from "@/lib/events";
import { newId } from "@/lib/ids";
import { sendMessage } from "@/lib/messages";
import { MINUTE } from "@/lib/time";
import { makeConversation } from "@/test/conversations";
import { ownerQuery } from "@/test/database";
import { makeTenant } from "@/test/factories";
import { messagesBody, receive, secondsAgo, textMessage } from "@/test/webhooks";
import { followEvents } from "./follow";
import { listSurveys, readPayload, setDepartmentSurvey } from "./index";
import { planSurvey } from "./plan";
import { askDue } from "./queue/ask-due";
import type { SurveySettings } from "./types";

const settings: SurveySettings = {
  isActive: true,
  question: "How was it?",
  choices: ["Good", "Fair", "Poor"],
  commentQuestion: "What could be better?",
  thanks: "Thank you.",
  templateId: null,
  afterMinutes: 0,
};

type Reply = { id: string; title: string };
type Sent = { id: string; type: string; preview: string; content: Record<string, unknown> };

async function scene(changed: Partial<SurveySettings> = {}) {
  const tenant = await makeTenant({ channel: true });
  const { tenantId, agent, admin, departments, channel } = tenant;
  const departmentId = departments[0].id;
  await setDepartmentSurvey(admin, { departmentId, settings: { ...settings, ...changed } });
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
  const follow = async () => {
    const rows = await ownerQuery<{ payload: Record<string, unknown> }>(
      "select payload from events where tenant_id = $1 and type = 'survey.answered' order by seq",
      [tenantId],
    );
    const events = rows.map(({ payload }) => ({ tenantId, type: "survey.answered", conversationId, payload }));
    await followEvents(events as unknown as RecordedEvent[]);
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

const untouched = { state: "resolved", unread: 0, waits: false, count: 1 };

describe("a customer", () => {
  it("is asked once by buttons after the conversation ended, though three engines look", async () => {
    const { resolve, said, buttons, conversation } = await scene();
    await resolve();
    await Promise.all([askDue(), askDue(), askDue()]);
    expect(await said()).toEqual(["How was it?"]);
    expect((await buttons()).map(({ id, title }) => [title, readPayload(id)?.score])).toEqual([
      ["Good", 5],
      ["Fair", 3],
      ["Poor", 1],
    ]);
    expect(await conversation()).toMatchObject(untouched);
  });

  it("who taps gives the score, is asked for a comment, and the next text is it; then thanks go out, once", async () => {
    const { resolve, taps, writes, follow, said, survey, conversation } = await scene();
    await resolve();
    await askDue();
    await taps(1);
    await follow();
    expect(await said()).toEqual(["How was it?", "What could be better?"]);
    await writes("A parcel number would help.");
    await follow();
    await follow();
    expect(await survey()).toMatchObject({ score: 3, comment: "A parcel number would help." });
    expect(await said()).toEqual(["How was it?", "What could be better?", "Thank you."]);
    expect(await conversation()).toMatchObject(untouched);
  });

  it("who taps twice has said it once", async () => {
    const { resolve, taps, survey, conversation } = await scene();
    await resolve();
    await askDue();
    await taps(0);
    await taps(2);
    expect(await survey()).toMatchObject({ score: 5 });
    expect(await conversation()).toMatchObject(untouched);
  });

  it("who writes the number is understood too", async () => {
    const { resolve, writes, survey, conversation } = await scene();
    await resolve();
    await askDue();
    await writes("4");
    expect(await survey()).toMatchObject({ score: 4 });
    expect(await conversation()).toMatchObject(untouched);
  });

  it("who has something else to say instead opens the conversation again and waits", async () => {
    const { resolve, writes, survey, conversation } = await scene();
    await resolve();
    await askDue();
    await writes("The lamp is broken again.");
    expect(await survey()).toMatchObject({ score: null });
    expect(await conversation()).toMatchObject({ unread: 1, waits: true });
    expect((await conversation())?.state).not.toBe("resolved");
  });

  it("who writes on after the comment opens it again: only one text is the comment", async () => {
    const { resolve, taps, writes, survey, conversation } = await scene();
    await resolve();
    await askDue();
    await taps(0);
    await writes("All good.");
    await writes("One more thing: where is my invoice?");
    expect(await survey()).toMatchObject({ comment: "All good." });
    expect(await conversation()).toMatchObject({ unread: 1, waits: true });
  });
});

describe("nobody is asked", () => {
  it("whose conversation was opened again before, and they are when it ends again", async () => {
    const { agent, resolve, said, conversationId } = await scene({ afterMinutes: 30 });
    await resolve();
    await reopenConversation(agent, { conversationId });
    await askDue(new Date(Date.now() + 31 * MINUTE));
    expect(await said()).toEqual([]);
    await resolve();
    await askDue(new Date(Date.now() + 31 * MINUTE));
    expect(await said()).toEqual(["How was it?"]);
  });

  it.each([
    [
      "who wants nothing from us",
      "insert into consents (tenant_id, contact_id, purpose, state, source, evidence, actor, at) values ($1, $2, 'service', 'withdrawn', 'email', '{}', 'x', now())",
      "opted_out",
    ],
    [
      "about another responder's thread",
      "update conversations set owner = 'other' where tenant_id = $1 and contact_id = $2",
      "owned_by_other",
    ],
    [
      "outside the service window without a template",
      "update service_windows set opened_at = now() - interval '30 hours' where tenant_id = $1 and contact_id = $2",
      "not_asked_there",
    ],
    [
      "twice within a week",
      "insert into surveys (tenant_id, conversation_id, contact_id, due_at, asked_at) select $1, c.id, $2, now(), now() - interval '2 days' from conversations c where c.tenant_id = $1 and c.state = 'snoozed'",
      "asked_recently",
    ],
  ])("%s", async (_, change, reason) => {
    const made = await scene();
    const { tenantId, contactId, resolve, said } = made;
    await resolve();
    await makeConversation(made, { state: "snoozed" });
    await ownerQuery(change, [tenantId, contactId]);
    await askDue();
    expect(await said()).toEqual([]);
    const [dropped] = await ownerQuery("select dropped_reason from surveys where conversation_id = $1", [
      made.conversationId,
    ]);
    expect(dropped).toEqual({ dropped_reason: reason });
  });

  it("where nobody of ours has answered", async () => {
    const made = await scene();
    await ownerQuery("delete from outbox where tenant_id = $1", [made.tenantId]);
    await ownerQuery("update messages set author = 'system' where tenant_id = $1 and direction = 'out'", [
      made.tenantId,
    ]);
    await made.resolve();
    expect(await made.survey()).toBeUndefined();
  });
});

it("outside the service window the department's template asks, with a score behind each of its buttons", async () => {
  const made = await scene();
  const components = [
    { type: "BODY", text: "How was it?" },
    { type: "BUTTONS", buttons: ["Good", "Fair", "Poor"].map((text) => ({ type: "QUICK_REPLY", text })) },
  ];
  const [template] = await ownerQuery<{ id: string }>(
    `insert into templates (tenant_id, waba_id, meta_id, name, language, status, category, components, search_text,
       status_at, category_at, quality_at)
     values ($1, $2, '1', 'how_was_it', 'en', 'APPROVED', 'UTILITY', $3, 'x', now(), now(), now()) returning id`,
    [made.tenantId, made.channel.wabaId, JSON.stringify(components)],
  );
  const { tenantId, contactId, departmentId } = made;
  await setDepartmentSurvey(made.admin, { departmentId, settings: { ...settings, templateId: template?.id ?? "" } });
  await ownerQuery(
    `insert into consents (tenant_id, contact_id, purpose, state, source, evidence, actor, at)
     values ($1, $2, 'service', 'granted', 'email', '{}', 'x', now())`,
    [tenantId, contactId],
  );
  await made.resolve();
  await ownerQuery("update service_windows set opened_at = now() - interval '30 hours' where tenant_id = $1", [
    tenantId,
  ]);
  await askDue();
  const [question] = await made.sent();
  const sent = question?.content.template as { components: { parameters: { payload: string }[] }[] } | undefined;
  expect(sent?.components.map(({ parameters }) => readPayload(parameters[0]?.payload ?? "")?.score)).toEqual([5, 3, 1]);
});

it("a score that somebody made up is not read", async () => {
  const { resolve, survey } = await scene();
  await resolve();
  const { id } = (await survey()) as { id: string };
  expect(readPayload(`survey.${id}.5.0000000000000000`)).toBeNull();
});

it("managers read every answer, an agent those of the conversations they had", async () => {
  const { resolve, taps, manager, agent, agent2, conversationId } = await scene();
  await resolve();
  await askDue();
  await taps(0);
  const read = async (actor: typeof agent) => (await listSurveys(actor, { limit: 10 })).items;
  expect(await read(manager)).toMatchObject([{ conversationId, score: 5, member: { id: agent.id }, comment: null }]);
  expect(await read(agent)).toHaveLength(1);
  expect(await read(agent2)).toEqual([]);
});
