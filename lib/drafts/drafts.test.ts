import fc from "fast-check";
import { expect, test } from "vitest";
import { eraseContact } from "@/lib/privacy";
import { makeConversation } from "@/test/conversations";
import { ownerQuery } from "@/test/database";
import { makeMember, makeTenant } from "@/test/factories";
import { listDrafts, readDraft, saveDraft } from "./index";

const page = { limit: 50 };
const ago = (seconds: number) => new Date(Date.now() - seconds * 1_000).toISOString();

async function makeDesk() {
  const tenant = await makeTenant({ channel: true });
  const conversation = await makeConversation(tenant, { assigneeId: tenant.agent.id });
  return { ...tenant, conversation, conversationId: conversation.id };
}

test("what a member began to write is there on their other devices, and nobody else's to see", async () => {
  const { agent, owner, conversationId } = await makeDesk();
  await saveDraft(agent, { conversationId, text: "I am looking", quotedMessageId: null, editedAt: ago(1) });
  expect((await listDrafts(agent, page)).items).toMatchObject([{ conversationId, text: "I am looking" }]);
  expect((await listDrafts(owner, page)).items).toEqual([]);
  expect(await readDraft(owner, { conversationId })).toMatchObject({ text: "" });
});

test("a draft keeps what it quotes, also before there is a word, but no message of another conversation", async () => {
  const { conversation, conversationId, agent, ...tenant } = await makeDesk();
  const quotedMessageId = conversation.messageId;
  const save = (text: string, quoted: string | null, seconds: number) =>
    saveDraft(agent, { conversationId, text, quotedMessageId: quoted, editedAt: ago(seconds) });
  await save("", quotedMessageId, 60);
  expect((await listDrafts(agent, page)).items).toMatchObject([{ conversationId, text: "", quotedMessageId }]);
  expect(await save("About this", quotedMessageId, 50)).toMatchObject({ text: "About this", quotedMessageId });
  const other = await makeConversation(tenant);
  expect(await save("About that", other.messageId, 40)).toMatchObject({ text: "About that", quotedMessageId: null });
  await save("", null, 30);
  expect((await listDrafts(agent, page)).items).toEqual([]);
});

test("of two devices the one that wrote last is kept, whichever reaches the server first", async () => {
  const { agent, conversationId } = await makeDesk();
  await saveDraft(agent, { conversationId, text: "newer", quotedMessageId: null, editedAt: ago(10) });
  const late = await saveDraft(agent, {
    conversationId,
    text: "from the tunnel",
    quotedMessageId: null,
    editedAt: ago(60),
  });
  expect(late.text).toBe("newer");
  expect(await readDraft(agent, { conversationId })).toMatchObject({ text: "newer" });
});

test("words that were sent or thrown away do not come back from a device that was off", async () => {
  const { agent, conversationId } = await makeDesk();
  await saveDraft(agent, { conversationId, text: "Half a sen", quotedMessageId: null, editedAt: ago(60) });
  await saveDraft(agent, { conversationId, text: " ", quotedMessageId: null, editedAt: ago(10) });
  await saveDraft(agent, { conversationId, text: "Half a sentence", quotedMessageId: null, editedAt: ago(50) });
  expect((await listDrafts(agent, page)).items).toEqual([]);
});

test("a clock that runs ahead does not win for ever", async () => {
  const { agent, conversationId } = await makeDesk();
  await saveDraft(agent, { conversationId, text: "from the future", quotedMessageId: null, editedAt: ago(-3_600) });
  await new Promise((resolve) => setImmediate(resolve));
  const editedAt = new Date(Date.now() + 5).toISOString();
  await expect
    .poll(async () => (await saveDraft(agent, { conversationId, text: "now", quotedMessageId: null, editedAt })).text)
    .toBe("now");
});

test("in whatever order and how often saves arrive, the latest words stand", async () => {
  const { agent, conversationId } = await makeDesk();
  let base = Date.now() - 10_000_000;
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 1 }), fc.boolean(), async (order, atOnce) => {
      base += 1_000;
      const start = base;
      const save = (at: number) =>
        saveDraft(agent, {
          conversationId,
          text: `t${start} ${at}`,
          quotedMessageId: null,
          editedAt: new Date(start + at).toISOString(),
        });
      if (atOnce) await Promise.all([...order, ...order].map(save));
      else for (const at of order) await save(at);
      expect((await readDraft(agent, { conversationId })).text).toBe(`t${start} ${Math.max(...order)}`);
    }),
    { numRuns: 15 },
  );
});

test("a change is told to the member alone, and saving nothing new tells nothing", async () => {
  const { agent, tenantId, conversationId } = await makeDesk();
  const save = { conversationId, text: "I am looking", quotedMessageId: null, editedAt: ago(5) };
  await saveDraft(agent, save);
  await saveDraft(agent, save);
  await saveDraft(agent, { ...save, text: "", quotedMessageId: null, editedAt: ago(4) });
  await saveDraft(agent, { ...save, text: "", quotedMessageId: null, editedAt: ago(3) });
  const told = await ownerQuery<{ member_id: string; payload: unknown }>(
    "select member_id, payload from events where tenant_id = $1 and type = 'draft.changed' order by seq",
    [tenantId],
  );
  expect(told.map(({ member_id }) => member_id)).toEqual([agent.id, agent.id]);
  expect(JSON.stringify(told)).not.toContain("looking");
});

test("a conversation out of sight takes no draft, and hides the one it has", async () => {
  const { tenantId, agent2, conversationId, departments } = await makeDesk();
  const save = { conversationId, text: "Mine?", quotedMessageId: null, editedAt: ago(1) };
  await ownerQuery("update conversations set department_id = $2 where id = $1", [conversationId, departments[0].id]);
  await expect(saveDraft(agent2, save)).rejects.toMatchObject({ code: "conversation_not_found" });
  const guest = await makeMember({ tenantId }, { role: "agent", departmentIds: [departments[0].id] });
  await saveDraft(guest, save);
  expect((await listDrafts({ ...guest, departmentIds: [] }, page)).items).toEqual([]);
});

test("an API key has no drafts", async () => {
  const { agent, conversationId } = await makeDesk();
  const key = { ...agent, kind: "api_key" as const };
  await expect(
    saveDraft(key, { conversationId, text: "x", quotedMessageId: null, editedAt: ago(1) }),
  ).rejects.toMatchObject({
    code: "members_only",
  });
});

test("a list of many drafts goes by pages", async () => {
  const tenant = await makeTenant({ channel: true });
  for (let count = 0; count < 3; count += 1) {
    const { id } = await makeConversation(tenant);
    await saveDraft(tenant.owner, { conversationId: id, text: `${count}`, quotedMessageId: null, editedAt: ago(1) });
  }
  const first = await listDrafts(tenant.owner, { limit: 2 });
  const second = await listDrafts(tenant.owner, { limit: 2, cursor: first.nextCursor ?? "" });
  expect([first.items.length, second.items.length, second.nextCursor]).toEqual([2, 1, null]);
});

test("a draft goes with the person it was written to", async () => {
  const { admin, agent, conversation, conversationId } = await makeDesk();
  await saveDraft(agent, { conversationId, text: "Dear Casey", quotedMessageId: null, editedAt: ago(1) });
  const { rows } = await eraseContact(admin, { contactId: conversation.contactId });
  expect(rows.drafts).toBe(1);
  expect((await listDrafts(agent, page)).items).toEqual([]);
});
