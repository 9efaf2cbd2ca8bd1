import { expect, test } from "vitest";
import { readConversation, undoAct } from "@/lib/conversations";
import { newId } from "@/lib/ids";
import { createLabel } from "@/lib/labels";
import { cancelMessage, listMessages } from "@/lib/messages";
import { listNotes } from "@/lib/notes";
import { makeConversation } from "@/test/conversations";
import { ownerQuery } from "@/test/database";
import { makeTenant } from "@/test/factories";
import { createMacro, deleteMacro, editMacro, listMacros, runMacro } from "./index";
import type { MacroAction } from "./types";

const page = { limit: 50 };

async function scene(actions: MacroAction[]) {
  const tenant = await makeTenant({ channel: true });
  const macro = await createMacro(tenant.manager, { name: "Sent", key: "1", actions });
  const { id: conversationId, contactId } = await makeConversation(tenant, { assigneeId: tenant.agent.id });
  const run = (undoId?: string) =>
    runMacro(tenant.agent, { macroId: macro.id, conversationIds: [conversationId], undoId });
  return { ...tenant, macro, conversationId, contactId, run };
}

test("a macro answers first and resolves last, however it was put together", async () => {
  const { agent, conversationId, run } = await scene([
    { kind: "resolve" },
    { kind: "note", text: "Checked with the courier" },
    { kind: "prioritise", priority: "low" },
    { kind: "reply", text: "It is on its way, {{contact.firstName}}." },
  ]);
  const { results } = await run();
  expect(results).toMatchObject([{ outcome: "done", messageId: expect.any(String) }]);
  expect(await readConversation(agent, { conversationId })).toMatchObject({ state: "resolved", priority: "low" });
  const { items } = await listMessages(agent, { conversationId, ...page });
  expect(items[0]).toMatchObject({ text: "It is on its way, Casey.", author: { id: agent.id } });
  expect((await listNotes(agent, { conversationId, ...page })).items).toMatchObject([
    { body: "Checked with the courier" },
  ]);
});

test("it is taken back as a whole, the answer with it while it is held", async () => {
  const { agent, conversationId, run } = await scene([
    { kind: "reply", text: "Done." },
    { kind: "snooze", until: { kind: "tomorrow" } },
    { kind: "resolve" },
  ]);
  const undoId = newId();
  const { results } = await run(undoId);
  await undoAct(agent, { undoId });
  expect((await readConversation(agent, { conversationId })).state).toBe("open");
  const messageId = results[0]?.messageId ?? "";
  expect(await cancelMessage(agent, { conversationId, messageId })).toMatchObject({ status: "cancelled" });
});

test("without its answer nothing else is done, and it says why", async () => {
  const tenant = await makeTenant({ channel: true });
  const actions: MacroAction[] = [{ kind: "reply", text: "Hello" }, { kind: "resolve" }];
  const macro = await createMacro(tenant.manager, { name: "Bye", key: null, actions });
  const closed = await makeConversation(tenant, { windowOpenedAt: null });
  const { results } = await runMacro(tenant.agent, { macroId: macro.id, conversationIds: [closed.id] });
  expect(results).toMatchObject([{ outcome: "refused", messageId: null, reason: expect.stringMatching(/./) }]);
  expect((await readConversation(tenant.agent, { conversationId: closed.id })).state).toBe("queued");
});

test("an answer with something in it that is not known does not go out", async () => {
  const { agent, conversationId, run } = await scene([{ kind: "reply", text: "Hello @{{contact.username}}" }]);
  expect((await run()).results).toMatchObject([{ outcome: "refused", code: "variable_missing" }]);
  expect((await listMessages(agent, { conversationId, ...page })).items).toHaveLength(1);
});

test("nobody is called by their number or their user name", async () => {
  const { contactId, conversationId, agent, run } = await scene([{ kind: "reply", text: "Hi {{contact.firstName}}" }]);
  await ownerQuery("update contacts set name = null, profile_name = null where id = $1", [contactId]);
  expect((await run()).results).toMatchObject([{ outcome: "refused", code: "variable_missing" }]);
  expect((await listMessages(agent, { conversationId, ...page })).items).toHaveLength(1);
});

test("a conversation that the asker may not see is touched by no part of a macro", async () => {
  const { agent2, owner, macro, departments, ...tenant } = await scene([{ kind: "note", text: "Seen" }]);
  const { id } = await makeConversation(tenant, { departmentId: departments[0].id });
  const { results } = await runMacro(agent2, { macroId: macro.id, conversationIds: [id] });
  expect(results).toMatchObject([{ outcome: "refused", code: "conversation_not_found" }]);
  expect((await listNotes(owner, { conversationId: id, ...page })).items).toEqual([]);
});

test("a name and a key belong to one macro, and only managers change them", async () => {
  const { manager, agent, macro } = await scene([{ kind: "resolve" }]);
  const same = { name: "Other", key: "1" as const, actions: [{ kind: "resolve" as const }] };
  await expect(createMacro(manager, same)).rejects.toMatchObject({ code: "macro_name_or_key_taken" });
  await expect(createMacro(agent, { ...same, key: null })).rejects.toMatchObject({ kind: "forbidden" });
  await editMacro(manager, { macroId: macro.id, key: null, name: "Gone" });
  await createMacro(manager, same);
  expect((await listMacros(agent, page)).items.map(({ name, key }) => [name, key])).toEqual([
    ["Gone", null],
    ["Other", "1"],
  ]);
  await deleteMacro(manager, { macroId: macro.id });
  const run = runMacro(agent, { macroId: macro.id, conversationIds: [newId()] });
  await expect(run).rejects.toMatchObject({ code: "macro_not_found" });
});

test("a macro puts labels on and hands over with the rights of whoever runs it", async () => {
  const tenant = await makeTenant({ channel: true });
  const label = await createLabel(tenant.manager, { name: "Order", colour: "teal" });
  const actions: MacroAction[] = [
    { kind: "assign", assigneeId: tenant.manager.id },
    { kind: "label", add: [label.id], remove: [] },
  ];
  const macro = await createMacro(tenant.manager, { name: "To the boss", key: null, actions });
  const mine = await makeConversation(tenant, { assigneeId: tenant.agent.id });
  const theirs = await makeConversation(tenant, { assigneeId: tenant.admin.id });
  const conversationIds = [mine.id, theirs.id];
  const { results } = await runMacro(tenant.agent, { macroId: macro.id, conversationIds });
  expect(results).toMatchObject([{ outcome: "done" }, { outcome: "refused", code: "permission_missing" }]);
  const given = await readConversation(tenant.manager, { conversationId: mine.id });
  expect(given).toMatchObject({ assignee: { id: tenant.manager.id }, labels: [{ name: "Order" }] });
});
