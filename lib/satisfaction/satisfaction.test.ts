import { describe, expect, it } from "vitest";
import { reopenConversation } from "@/lib/conversations";
import type { RecordedEvent } from "@/lib/events";
import { MINUTE } from "@/lib/time";
import { makeConversation } from "@/test/conversations";
import { ownerQuery } from "@/test/database";
import { surveyScene } from "@/test/surveys";
import { listSurveys, readPayload } from "./index";
import { askDue } from "./queue/ask-due";

const untouched = { state: "resolved", unread: 0, waits: false, count: 1 };

describe("a customer", () => {
  it("is asked once by buttons after the conversation ended, though three engines look", async () => {
    const { resolve, said, buttons, conversation } = await surveyScene();
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
    const { resolve, taps, writes, follow, said, survey, conversation } = await surveyScene();
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
    const { resolve, taps, survey, conversation } = await surveyScene();
    await resolve();
    await askDue();
    await taps(0);
    await taps(2);
    expect(await survey()).toMatchObject({ score: 5 });
    expect(await conversation()).toMatchObject(untouched);
  });

  it("who writes the number is understood too", async () => {
    const { resolve, writes, survey, conversation } = await surveyScene();
    await resolve();
    await askDue();
    await writes("4");
    expect(await survey()).toMatchObject({ score: 4 });
    expect(await conversation()).toMatchObject(untouched);
  });

  it("who has something else to say instead opens the conversation again and waits", async () => {
    const { resolve, writes, survey, conversation } = await surveyScene();
    await resolve();
    await askDue();
    await writes("The lamp is broken again.");
    expect(await survey()).toMatchObject({ score: null });
    expect(await conversation()).toMatchObject({ unread: 1, waits: true });
    expect((await conversation())?.state).not.toBe("resolved");
  });

  it("who writes on after the comment opens it again: only one text is the comment", async () => {
    const { resolve, taps, writes, follow, survey, conversation } = await surveyScene();
    await resolve();
    await askDue();
    await taps(0);
    await follow();
    await writes("All good.");
    await writes("One more thing: where is my invoice?");
    expect(await survey()).toMatchObject({ comment: "All good." });
    expect(await conversation()).toMatchObject({ unread: 1, waits: true });
  });
});

describe("nobody is asked", () => {
  it("whose conversation was opened again before, and they are when it ends again", async () => {
    const { agent, resolve, said, conversationId } = await surveyScene({ afterMinutes: 30 });
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
    const made = await surveyScene();
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
    const made = await surveyScene();
    await ownerQuery("delete from outbox where tenant_id = $1", [made.tenantId]);
    await ownerQuery("update messages set author = 'system' where tenant_id = $1 and direction = 'out'", [
      made.tenantId,
    ]);
    await made.resolve();
    expect(await made.survey()).toBeUndefined();
  });
});

it("a score that somebody made up is not read", async () => {
  const { resolve, survey } = await surveyScene();
  await resolve();
  const { id } = (await survey()) as { id: string };
  expect(readPayload(`survey.${id}.5.0000000000000000`)).toBeNull();
});

it("managers read every answer, an agent those of the conversations they had", async () => {
  const { resolve, taps, manager, agent, agent2, conversationId } = await surveyScene();
  await resolve();
  await askDue();
  await taps(0);
  const read = async (actor: typeof agent) => (await listSurveys(actor, { limit: 10 })).items;
  expect(await read(manager)).toMatchObject([{ conversationId, score: 5, member: { id: agent.id }, comment: null }]);
  expect(await read(agent)).toHaveLength(1);
  expect(await read(agent2)).toEqual([]);
});

it("an answer that cannot be heeded keeps nobody else waiting", async () => {
  const { tenantId, resolve, taps, said, follow } = await surveyScene();
  await resolve();
  await askDue();
  await taps(0);
  const garbled = { tenantId, type: "survey.answered", conversationId: null, payload: { surveyId: "none" } };
  await follow(garbled as unknown as RecordedEvent);
  expect(await said()).toEqual(["How was it?", "What could be better?"]);
});
