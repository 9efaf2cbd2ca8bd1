import { expect, test } from "vitest";
import { visibilities } from "@/lib/auth/types";
import { countConversations, maySee } from "@/lib/conversations";
import { makeMember, makeTenant } from "@/test/factories";
import { happened, makeQueued, promise } from "@/test/wallboard";
import { listQueue, readWallboard } from "./index";
import { ListQueue } from "./schemas";

test("figures and rows show what the asker sees and nothing else, in every cell", async () => {
  const tenant = await makeTenant({ channel: true });
  const [own, other] = tenant.departments;
  const colleague = await makeMember(tenant, { role: "agent", departmentIds: [own.id] });
  const made = [];
  for (const departmentId of [own.id, other.id, null]) {
    for (const assigneeId of [null, tenant.agent.id, colleague.id]) {
      const { id } = await makeQueued(tenant, { departmentId, assigneeId });
      await promise(tenant, id, { warnAt: new Date(0), dueAt: new Date(Date.now() + 60_000), departmentId });
      made.push({ id, departmentId, assigneeId, state: assigneeId ? "open" : "queued" });
    }
  }
  for (const visibility of visibilities) {
    const asker = { ...tenant.agent, visibility };
    const seen = made.filter((each) => maySee(asker, each));
    const board = await readWallboard(asker, { timeZone: "UTC" });
    const sum = (of: "waiting" | "open") => board.queues.reduce((total, queue) => total + queue[of], 0);
    expect(sum("waiting"), visibility).toBe(seen.filter(({ state }) => state === "queued").length);
    expect(board.totals.waiting, visibility).toBe((await countConversations(asker)).unassigned);
    const shown = new Set(board.queues.map(({ departmentId }) => departmentId));
    const open = seen.filter(({ state, departmentId }) => state === "open" && shown.has(departmentId));
    expect(sum("open"), visibility).toBe(open.length);
    expect(board.totals.atRisk, visibility).toBe(seen.length);
    expect(
      board.queues.map(({ departmentId }) => departmentId),
      visibility,
    ).toEqual(visibility === "all" ? [own.id, other.id, null] : [own.id, null]);
    for (const list of ["line", "atRisk"] as const) {
      const { items, total } = await listQueue(asker, ListQueue.input.parse({ list }));
      const expected = list === "line" ? seen.filter(({ state }) => state === "queued") : seen;
      expect(items.map(({ conversation }) => conversation.id).sort(), `${visibility} ${list}`).toEqual(
        expected.map(({ id }) => id).sort(),
      );
      expect(total).toBe(expected.length);
    }
  }
});

test("what happened in a department that the asker does not see is in none of their figures", async () => {
  const tenant = await makeTenant({ channel: true });
  const [own, other] = tenant.departments;
  const { id } = await makeQueued(tenant, { departmentId: other.id });
  await happened(tenant, [
    { type: "conversation.queued", conversationId: id, departmentId: other.id, at: new Date(Date.now() - 3_600_000) },
  ]);
  const board = await readWallboard(tenant.agent, { timeZone: "UTC" });
  expect(board.queues.map(({ departmentId }) => departmentId)).toEqual([own.id]);
  expect(Math.max(...board.depth.map(({ waiting }) => waiting))).toBe(0);
  const asked = readWallboard(tenant.agent, { timeZone: "UTC", departmentId: other.id });
  await expect(asked).rejects.toMatchObject({ kind: "not_found" });
});

test("people are for those who may watch, and only of departments that they see", async () => {
  const tenant = await makeTenant({ channel: true });
  const [own] = tenant.departments;
  expect((await readWallboard(tenant.agent, { timeZone: "UTC" })).agents).toBeNull();
  const lead = await makeMember(tenant, { role: "manager", departmentIds: [own.id], name: "lead" });
  const narrowed = { ...lead, visibility: "department" as const };
  const { agents } = await readWallboard(narrowed, { timeZone: "UTC" });
  expect(agents?.map(({ name }) => name)).toEqual(["agent", "lead"]);
});

test("a board holds nothing of another workspace", async () => {
  const [one, two] = await Promise.all([makeTenant({ channel: true }), makeTenant({ channel: true })]);
  await makeQueued(two, { departmentId: two.departments[0].id });
  const board = await readWallboard(one.manager, { timeZone: "UTC" });
  expect(board.totals.waiting).toBe(0);
  const elsewhere = readWallboard(one.manager, { timeZone: "UTC", departmentId: two.departments[0].id });
  await expect(elsewhere).rejects.toMatchObject({ kind: "not_found" });
});
