import { describe, expect, it } from "vitest";
import { systemActor } from "@/lib/auth";
import { prioritiseConversation, snoozeConversation } from "@/lib/conversations";
import type { RecordedEvent } from "@/lib/events";
import { newId } from "@/lib/ids";
import { runErrands } from "@/lib/jobs";
import { sendMessage } from "@/lib/messages";
import { MINUTE } from "@/lib/time";
import { breakWrites } from "@/test/broken";
import { makeConversation } from "@/test/conversations";
import { ownerQuery } from "@/test/database";
import { listTypes } from "@/test/events";
import { makeTenant } from "@/test/factories";
import { deliver, ingestAll, messagesBody, secondsAgo, textMessage } from "@/test/webhooks";
import { errands, followConversation, followEvents } from "./follow";
import { setDepartmentSilence } from "./index";
import { closeDue } from "./queue/close-due";

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * MINUTE);
const words = "Nothing more? Then this closes soon.";

async function scene(plan: { warn?: boolean; windowOpenedAt?: Date } = {}) {
  const tenant = await makeTenant({ channel: true });
  const { tenantId, agent, admin, departments, channel } = tenant;
  const departmentId = departments[0].id;
  const warned = { warnBeforeMinutes: 20, warning: words };
  await setDepartmentSilence(admin, {
    departmentId,
    settings: {
      closeAfterMinutes: 60,
      ...(plan.warn === false ? { warnBeforeMinutes: null, warning: null } : warned),
      closingReason: "Silent",
    },
  });
  const lastActivityAt = new Date(Date.now() - MINUTE);
  const made = await makeConversation(tenant, { assigneeId: agent.id, departmentId, lastActivityAt });
  const conversationId = made.id;
  const actor = systemActor(tenantId, "silence");
  const follow = (actedAt: Date | null = null) => followConversation(actor, conversationId, actedAt);
  const answer = () =>
    sendMessage(agent, { conversationId, clientId: newId(), type: "text", text: { body: "Here you are." } });
  const conversation = async () => {
    const [row] = await ownerQuery<{ state: string; closing_reason: string | null; waits: boolean }>(
      "select state, closing_reason, waiting_since is not null as waits from conversations where id = $1",
      [conversationId],
    );
    return row;
  };
  const silences = () => ownerQuery("select 1 from silences where tenant_id = $1", [tenantId]);
  const said = async () =>
    (
      await ownerQuery<{ preview: string }>(
        "select preview from messages where tenant_id = $1 and author = 'system' order by at",
        [tenantId],
      )
    ).map(({ preview }) => preview);
  const writes = () =>
    deliver(
      channel,
      messagesBody(channel, {
        messages: [textMessage({ phone: made.phone }, { body: "One more thing", timestamp: secondsAgo(0) })],
      }),
    );
  await answer();
  // Meta's times are whole seconds: what is written now would seem to have come before the answer.
  await ownerQuery("update messages set at = at - interval '20 seconds' where tenant_id = $1", [tenantId]);
  await follow();
  return { ...tenant, departmentId, conversationId, follow, answer, conversation, silences, said, writes };
}

describe("a conversation in which the customer is silent", () => {
  it("is warned of once and then closed with the department's reason, though three engines look", async () => {
    const { conversation, said, tenantId, conversationId } = await scene();
    await closeDue(inMinutes(30));
    expect(await said()).toEqual([]);
    await Promise.all([closeDue(inMinutes(41)), closeDue(inMinutes(41)), closeDue(inMinutes(41))]);
    expect(await said()).toEqual([words]);
    expect(await conversation()).toMatchObject({ state: "open" });
    await Promise.all([closeDue(inMinutes(61)), closeDue(inMinutes(61)), closeDue(inMinutes(61))]);
    expect(await conversation()).toMatchObject({ state: "resolved", closing_reason: "Silent" });
    const types = await listTypes(tenantId, conversationId);
    expect(types.filter((type) => type === "conversation.resolved")).toHaveLength(1);
    expect(types).toContain("conversation.silenceWarned");
    expect(await said()).toEqual([words]);
  });

  it("is closed without words outside the service window", async () => {
    const { conversation, said, conversationId } = await scene();
    await ownerQuery(
      `update service_windows set opened_at = now() - interval '30 hours'
       where contact_id = (select contact_id from conversations where id = $1)`,
      [conversationId],
    );
    await closeDue(inMinutes(41));
    expect(await conversation()).toMatchObject({ state: "open" });
    await closeDue(inMinutes(61));
    expect(await conversation()).toMatchObject({ state: "resolved" });
    expect(await said()).toEqual([]);
  });

  it("is still warned when nothing ran at the time, and has the time that was promised", async () => {
    const { conversation, said } = await scene();
    await closeDue(inMinutes(500));
    expect([await said(), (await conversation())?.state]).toEqual([[words], "open"]);
    await closeDue(inMinutes(515));
    expect(await conversation()).toMatchObject({ state: "open" });
    await closeDue(inMinutes(521));
    expect(await conversation()).toMatchObject({ state: "resolved" });
  });

  it("is not closed when a member does something with it: the time begins anew", async () => {
    const { agent, conversationId, follow, conversation } = await scene({ warn: false });
    await prioritiseConversation(agent, { conversationId, priority: "high" });
    await follow(inMinutes(30));
    await closeDue(inMinutes(61));
    expect(await conversation()).toMatchObject({ state: "open" });
    await closeDue(inMinutes(91));
    expect(await conversation()).toMatchObject({ state: "resolved" });
  });

  it("is not closed while it sleeps", async () => {
    const { agent, conversationId, conversation, silences } = await scene({ warn: false });
    await snoozeConversation(agent, { conversationId, until: { kind: "hours", hours: 4 } });
    await closeDue(inMinutes(61));
    expect(await conversation()).toMatchObject({ state: "snoozed" });
    expect(await silences()).toEqual([]);
  });

  it("is not closed when our last word never came to the customer", async () => {
    const { conversationId, conversation, follow, silences } = await scene({ warn: false });
    await ownerQuery("update messages set status = 'failed' where conversation_id = $1 and direction = 'out'", [
      conversationId,
    ]);
    await follow();
    await closeDue(inMinutes(61));
    expect(await conversation()).toMatchObject({ state: "open" });
    expect(await silences()).toEqual([]);
  });

  it("is not closed once the department closes nothing by itself any more", async () => {
    const { admin, tenantId, departmentId, conversation, silences } = await scene({ warn: false });
    await setDepartmentSilence(admin, { departmentId, settings: null });
    await followEvents([{ tenantId, type: "department.changed", departmentId, conversationId: null } as RecordedEvent]);
    await runErrands(errands);
    expect(await silences()).toEqual([]);
    await closeDue(inMinutes(61));
    expect(await conversation()).toMatchObject({ state: "open" });
  });
});

it("one that cannot be closed keeps no other open", async () => {
  const [broken, other] = [await scene({ warn: false }), await scene({ warn: false })];
  const mend = await breakWrites("conversations", "id", broken.conversationId);
  await closeDue(inMinutes(61));
  expect(await broken.conversation()).toMatchObject({ state: "open" });
  expect(await other.conversation()).toMatchObject({ state: "resolved" });
  await mend();
  await closeDue(inMinutes(62));
  expect(await broken.conversation()).toMatchObject({ state: "resolved" });
});

it("of a workspace that is suspended nothing is said and nothing is closed", async () => {
  const { tenantId, conversation, said } = await scene();
  await ownerQuery("update tenants set status = 'suspended' where id = $1", [tenantId]);
  await closeDue(inMinutes(61));
  expect([await said(), await conversation()]).toMatchObject([[], { state: "open" }]);
});

it("a customer who waits for an answer is never closed on", async () => {
  const { conversation, writes } = await scene();
  await writes();
  await ingestAll();
  await closeDue(inMinutes(500));
  expect(await conversation()).toMatchObject({ state: "open", waits: true });
});

it("a customer who writes in the moment of closing is not left behind a closed conversation", async () => {
  for (let turn = 0; turn < 8; turn += 1) {
    const { conversation, writes } = await scene({ warn: false });
    await writes();
    await Promise.all([ingestAll(), closeDue(inMinutes(61)), closeDue(inMinutes(61))]);
    const now = await conversation();
    expect(now?.state).not.toBe("resolved");
    expect(now?.waits).toBe(true);
  }
});
