import { describe, expect, test } from "vitest";
import { readConversation, undoAct } from "@/lib/conversations";
import { newId } from "@/lib/ids";
import { createLabel } from "@/lib/labels";
import { cancelMessage, listMessages } from "@/lib/messages";
import { deleteNote, listNotes } from "@/lib/notes";
import { makeConversation } from "@/test/conversations";
import { ownerQuery } from "@/test/database";
import { makeTenant } from "@/test/factories";
import { bindMacroKey, createMacro, deleteMacro, editMacro, listMacros, runMacro } from "./index";
import type { MacroAction } from "./types";

const page = { limit: 50 };

async function scene(actions: MacroAction[]) {
  const tenant = await makeTenant({ channel: true });
  const macro = await createMacro(tenant.manager, { scope: "workspace", name: "Sent", actions });
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

test("it is taken back as a whole, its note too, and the answer with it while it is held", async () => {
  const { agent, conversationId, run } = await scene([
    { kind: "reply", text: "Done." },
    { kind: "note", text: "Asked the courier" },
    { kind: "snooze", until: { kind: "tomorrow" } },
    { kind: "resolve" },
  ]);
  const undoId = newId();
  const { results } = await run(undoId);
  await undoAct(agent, { undoId });
  expect((await readConversation(agent, { conversationId })).state).toBe("open");
  const messageId = results[0]?.messageId ?? "";
  expect(await cancelMessage(agent, { conversationId, messageId })).toMatchObject({ status: "cancelled" });
  await deleteNote(agent, { conversationId, noteId: results[0]?.noteId ?? "" });
  expect((await listNotes(agent, { conversationId, ...page })).items).toEqual([]);
});

test("without its answer nothing else is done, and it says why", async () => {
  const tenant = await makeTenant({ channel: true });
  const actions: MacroAction[] = [{ kind: "reply", text: "Hello" }, { kind: "resolve" }];
  const macro = await createMacro(tenant.manager, { scope: "workspace", name: "Bye", actions });
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

test("a name belongs to one macro of everybody's, and only managers change those", async () => {
  const { manager, agent, macro } = await scene([{ kind: "resolve" }]);
  const macroId = macro.id;
  const same = { scope: "workspace" as const, name: "Sent", actions: [{ kind: "resolve" as const }] };
  await expect(createMacro(manager, same)).rejects.toMatchObject({ code: "macro_name_taken" });
  await expect(createMacro(agent, { ...same, name: "Other" })).rejects.toMatchObject({ kind: "forbidden" });
  await expect(editMacro(agent, { macroId, name: "Mine" })).rejects.toMatchObject({ kind: "forbidden" });
  await expect(deleteMacro(agent, { macroId })).rejects.toMatchObject({ kind: "forbidden" });
  await editMacro(manager, { macroId, name: "Gone" });
  await createMacro(manager, same);
  expect((await listMacros(agent, page)).items.map(({ name }) => name)).toEqual(["Gone", "Sent"]);
  await deleteMacro(manager, { macroId });
  const run = runMacro(agent, { macroId, conversationIds: [newId()] });
  await expect(run).rejects.toMatchObject({ code: "macro_not_found" });
});

describe("a macro of one's own or of a department", () => {
  const actions: MacroAction[] = [{ kind: "prioritise", priority: "high" }];
  const namesFor = async (actor: Parameters<typeof listMacros>[0]) =>
    (await listMacros(actor, page)).items.map(({ name }) => name);

  test("is seen, run and changed by those whose it is alone", async () => {
    const { manager, admin, agent, agent2, departments, ...tenant } = await makeTenant({ channel: true });
    const mine = await createMacro(agent, { scope: "personal", name: "Mine", actions });
    const departmentId = departments[1].id;
    const theirs = await createMacro(admin, { scope: "department", departmentId, name: "Support", actions });
    await createMacro(admin, { scope: "workspace", name: "All", actions });
    expect(theirs).toMatchObject({ department: { id: departmentId, name: "Support" }, key: null });
    expect(await namesFor(agent)).toEqual(["All", "Mine"]);
    expect(await namesFor(agent2)).toEqual(["All", "Support"]);
    expect(await namesFor(admin)).toEqual(["All", "Support"]);
    const { id } = await makeConversation(tenant, { assigneeId: agent2.id });
    for (const [actor, macroId] of [
      [agent2, mine.id] as const,
      [agent, theirs.id] as const,
      [admin, mine.id] as const,
    ]) {
      const isNotThere = { code: "macro_not_found" };
      await expect(runMacro(actor, { macroId, conversationIds: [id] })).rejects.toMatchObject(isNotThere);
      await expect(editMacro(actor, { macroId, name: "X" })).rejects.toMatchObject(isNotThere);
      await expect(deleteMacro(actor, { macroId })).rejects.toMatchObject(isNotThere);
      await expect(bindMacroKey(actor, { macroId, key: "1" })).rejects.toMatchObject(isNotThere);
    }
    const { results } = await runMacro(agent2, { macroId: theirs.id, conversationIds: [id] });
    expect(results).toMatchObject([{ outcome: "done" }]);
    expect(await editMacro(agent, { macroId: mine.id, name: "Still mine" })).toMatchObject({ name: "Still mine" });
    await expect(createMacro(manager, { scope: "department", name: "Whose", actions })).rejects.toMatchObject({
      kind: "invalid",
    });
  });

  test("may have a name that another's has, and its changes are told to those whose it is", async () => {
    const { tenantId, agent, agent2, admin, departments } = await makeTenant();
    const everywhere = [
      () => createMacro(agent, { scope: "personal", name: "Same", actions }),
      () => createMacro(agent2, { scope: "personal", name: "Same", actions }),
      () => createMacro(admin, { scope: "department", departmentId: departments[0].id, name: "Same", actions }),
      () => createMacro(admin, { scope: "workspace", name: "Same", actions }),
    ];
    for (const create of everywhere) await create();
    for (const create of everywhere) await expect(create()).rejects.toMatchObject({ code: "macro_name_taken" });
    const told = await ownerQuery<{ member_id: string | null }>(
      "select member_id from events where tenant_id = $1 and type = 'macro.changed' order by seq",
      [tenantId],
    );
    expect(told.map(({ member_id }) => member_id)).toEqual([agent.id, agent2.id, null, null]);
    const key = { ...admin, kind: "api_key" as const };
    await expect(createMacro(key, { scope: "personal", name: "Key", actions })).rejects.toMatchObject({
      code: "members_only",
    });
  });
});

test("every member binds macros to keys of their own, each key to one", async () => {
  const { manager, agent, macro } = await scene([{ kind: "resolve" }]);
  const other = await createMacro(manager, { scope: "workspace", name: "Other", actions: [{ kind: "resolve" }] });
  await bindMacroKey(agent, { macroId: macro.id, key: "1" });
  await bindMacroKey(manager, { macroId: other.id, key: "1" });
  const taken = bindMacroKey(agent, { macroId: other.id, key: "1" });
  await expect(taken).rejects.toMatchObject({ code: "macro_key_taken" });
  await bindMacroKey(agent, { macroId: macro.id, key: "2" });
  await bindMacroKey(agent, { macroId: other.id, key: "1" });
  const keysFor = async (actor: typeof agent) => (await listMacros(actor, page)).items.map(({ key }) => key);
  expect(await keysFor(agent)).toEqual(["1", "2"]);
  expect(await keysFor(manager)).toEqual(["1", null]);
  await bindMacroKey(agent, { macroId: other.id, key: null });
  expect(await keysFor(agent)).toEqual([null, "2"]);
});

test("a macro puts labels on and hands over with the rights of whoever runs it", async () => {
  const tenant = await makeTenant({ channel: true });
  const label = await createLabel(tenant.manager, { name: "Order", colour: "teal" });
  const actions: MacroAction[] = [
    { kind: "assign", assigneeId: tenant.manager.id },
    { kind: "label", add: [label.id], remove: [] },
  ];
  const macro = await createMacro(tenant.manager, { scope: "workspace", name: "To the boss", actions });
  const mine = await makeConversation(tenant, { assigneeId: tenant.agent.id });
  const theirs = await makeConversation(tenant, { assigneeId: tenant.admin.id });
  const conversationIds = [mine.id, theirs.id];
  const { results } = await runMacro(tenant.agent, { macroId: macro.id, conversationIds });
  expect(results).toMatchObject([{ outcome: "done" }, { outcome: "refused", code: "permission_missing" }]);
  const given = await readConversation(tenant.manager, { conversationId: mine.id });
  expect(given).toMatchObject({ assignee: { id: tenant.manager.id }, labels: [{ name: "Order" }] });
});
