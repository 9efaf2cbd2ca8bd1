import { expect, test } from "vitest";
import type { RecordedEvent } from "@/lib/events";
import { newId } from "@/lib/ids";
import { setDepartmentSurvey } from "@/lib/satisfaction";
import { followEvents } from "@/lib/satisfaction/follow";
import { makeConversation } from "@/test/conversations";
import { ownerQuery } from "@/test/database";
import { makeTenant } from "@/test/factories";
import { askDue } from "./ask-due";

const settings = {
  isActive: true,
  question: "How was it?",
  choices: ["Good", "Fair", "Poor"],
  commentQuestion: null,
  thanks: "Thank you.",
  templateId: null,
  templateValues: {},
  afterMinutes: 0,
};

/** Conversations of one customer that have ended, of each of which they are to be asked. */
async function scene(conversations = 1) {
  const tenant = await makeTenant({ channel: true });
  const { tenantId, admin, departments } = tenant;
  const departmentId = departments[0].id;
  await setDepartmentSurvey(admin, { departmentId, settings });
  const surveyIds: string[] = [];
  let customer: { id: string; contactId: string } | undefined;
  for (let at = 0; at < conversations; at += 1) {
    const made = await makeConversation(tenant, { state: "resolved", departmentId });
    customer ??= made;
    await ownerQuery("update messages set contact_id = $2 where conversation_id = $1", [made.id, customer.contactId]);
    await ownerQuery("update conversations set contact_id = $2 where id = $1", [made.id, customer.contactId]);
    const surveyId = newId();
    await ownerQuery(
      `insert into surveys (tenant_id, id, conversation_id, contact_id, department_id, asks_comment, due_at)
       values ($1, $2, $3, $4, $5, false, now())`,
      [tenantId, surveyId, made.id, customer.contactId, departmentId],
    );
    surveyIds.push(surveyId);
  }
  const said = async () => {
    const rows = await ownerQuery<{ preview: string }>(
      "select preview from messages where tenant_id = $1 and author = 'system' order by at",
      [tenantId],
    );
    return rows.map(({ preview }) => preview);
  };
  const turn = (status: string) => ownerQuery("update tenants set status = $2 where id = $1", [tenantId, status]);
  return { tenantId, surveyIds, said, turn };
}

test("a customer whose conversations end together is asked of one, though engines ask at the same time", async () => {
  for (let round = 0; round < 4; round += 1) {
    const { tenantId, said } = await scene(3);
    await Promise.all([askDue(), askDue(), askDue()]);
    expect(await said()).toEqual(["How was it?"]);
    const reasons = await ownerQuery("select dropped_reason as reason from surveys where tenant_id = $1 order by 1", [
      tenantId,
    ]);
    expect(reasons).toEqual([{ reason: "asked_recently" }, { reason: "asked_recently" }, { reason: null }]);
  }
});

test("nobody is asked or thanked by a workspace that is suspended", async () => {
  const { tenantId, surveyIds, said, turn } = await scene();
  await turn("suspended");
  await askDue();
  expect(await said()).toEqual([]);
  await turn("active");
  await askDue();
  await turn("suspended");
  const payload = { surveyId: surveyIds[0], part: "score" };
  await followEvents([
    { tenantId, type: "survey.answered", conversationId: null, payload } as unknown as RecordedEvent,
  ]);
  expect(await said()).toEqual(["How was it?"]);
});
