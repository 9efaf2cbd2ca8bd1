import { expect, test } from "vitest";
import { ownerQuery } from "@/test/database";
import { makeTenant, type TestTenant } from "@/test/factories";
import { createQuickReply, deleteQuickReply, editQuickReply, listQuickReplies } from "./index";

const page = { limit: 50 };
const text = "Thank you for waiting.";
const shortcutsOf = async (actor: TestTenant["owner"]) =>
  (await listQuickReplies(actor, page)).items.map(({ shortcut }) => shortcut);

test("one's own is one's own; a department's is its members' and of those who see all; the workspace's is everybody's", async () => {
  const tenant = await makeTenant();
  const { owner, manager, agent, agent2, departments } = tenant;
  await createQuickReply(agent, { scope: "personal", shortcut: "mine", text });
  await createQuickReply(manager, { scope: "department", departmentId: departments[0].id, shortcut: "sales", text });
  await createQuickReply(owner, { scope: "workspace", shortcut: "all", text });
  expect(await shortcutsOf(agent)).toEqual(["all", "mine", "sales"]);
  expect(await shortcutsOf(agent2)).toEqual(["all"]);
  expect(await shortcutsOf(manager)).toEqual(["all", "sales"]);
});

test("an agent keeps their own and nobody else's", async () => {
  const { admin, agent, agent2, departments } = await makeTenant();
  const create = (scope: "department" | "workspace", departmentId: string | null) =>
    createQuickReply(agent, { scope, departmentId, shortcut: "x", text });
  for (const attempt of [create("workspace", null), create("department", departments[0].id)]) {
    await expect(attempt).rejects.toMatchObject({ kind: "forbidden" });
  }
  const shared = await createQuickReply(admin, { scope: "workspace", shortcut: "all", text });
  await expect(editQuickReply(agent, { quickReplyId: shared.id, text: "No" })).rejects.toMatchObject({
    kind: "forbidden",
  });
  const own = await createQuickReply(agent, { scope: "personal", shortcut: "mine", text });
  await expect(deleteQuickReply(agent2, { quickReplyId: own.id })).rejects.toMatchObject({
    code: "quick_reply_not_found",
  });
  expect(await editQuickReply(agent, { quickReplyId: own.id, shortcut: "my" })).toMatchObject({ shortcut: "my", text });
  await deleteQuickReply(agent, { quickReplyId: own.id });
  expect(await shortcutsOf(agent)).toEqual(["all"]);
});

test("a shortcut is there once for each owner, and may be another's too", async () => {
  const { owner, agent, departments } = await makeTenant();
  const everywhere = [
    () => createQuickReply(owner, { scope: "workspace", shortcut: "hi", text }),
    () => createQuickReply(owner, { scope: "department", departmentId: departments[0].id, shortcut: "hi", text }),
    () => createQuickReply(owner, { scope: "department", departmentId: departments[1].id, shortcut: "hi", text }),
    () => createQuickReply(agent, { scope: "personal", shortcut: "hi", text }),
    () => createQuickReply(owner, { scope: "personal", shortcut: "hi", text }),
  ];
  for (const create of everywhere) await create();
  for (const create of everywhere) await expect(create()).rejects.toMatchObject({ code: "shortcut_taken" });
});

test("a department belongs to the scope department alone, and has to be of the workspace", async () => {
  const [{ owner, departments }, stranger] = [await makeTenant(), await makeTenant()];
  const create = (scope: "department" | "workspace", departmentId?: string) =>
    createQuickReply(owner, { scope, departmentId, shortcut: "x", text });
  await expect(create("department")).rejects.toMatchObject({ kind: "invalid" });
  await expect(create("workspace", departments[0].id)).rejects.toMatchObject({ kind: "invalid" });
  await expect(create("department", stranger.departments[0].id)).rejects.toMatchObject({
    code: "department_not_found",
  });
});

test("a change is told to those who can use it: one's own to oneself", async () => {
  const { tenantId, owner, agent } = await makeTenant();
  await createQuickReply(agent, { scope: "personal", shortcut: "mine", text });
  await createQuickReply(owner, { scope: "workspace", shortcut: "all", text });
  const told = await ownerQuery<{ member_id: string | null }>(
    "select member_id from events where tenant_id = $1 and type = 'quickReply.changed' order by seq",
    [tenantId],
  );
  expect(told.map(({ member_id }) => member_id)).toEqual([agent.id, null]);
});

test("an API key keeps what is shared, and has none of its own", async () => {
  const { admin } = await makeTenant();
  const key = { ...admin, kind: "api_key" as const };
  await expect(createQuickReply(key, { scope: "personal", shortcut: "x", text })).rejects.toMatchObject({
    code: "members_only",
  });
  expect(await createQuickReply(key, { scope: "workspace", shortcut: "x", text })).toMatchObject({ shortcut: "x" });
});

test("many go by pages, by shortcut", async () => {
  const { owner } = await makeTenant();
  for (const shortcut of ["c", "a", "b"]) await createQuickReply(owner, { scope: "workspace", shortcut, text });
  const first = await listQuickReplies(owner, { limit: 2 });
  const second = await listQuickReplies(owner, { limit: 2, cursor: first.nextCursor ?? "" });
  expect([...first.items, ...second.items].map(({ shortcut }) => shortcut)).toEqual(["a", "b", "c"]);
  expect(second.nextCursor).toBeNull();
});
