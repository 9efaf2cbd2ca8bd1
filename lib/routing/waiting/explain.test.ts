import { expect, test } from "vitest";
import { withTenant } from "@/db/tenant";
import { resolveConversation } from "@/lib/conversations";
import { listPendingOverflows } from "@/lib/routing";
import { makeConversation } from "@/test/conversations";
import { ownerQuery } from "@/test/database";
import { listTypes } from "@/test/events";
import { makeMember } from "@/test/factories";
import { dispatchIn, goes, makeDesk, passTime, setQueue } from "@/test/routing";
import { explainWaiting } from "./explain";

type Desk = Awaited<ReturnType<typeof makeDesk>>;

const arrive = async (desk: Desk) => (await makeConversation(desk, { departmentId: desk.departmentId })).id;
const why = (desk: Desk, conversationId: string) => explainWaiting(desk.manager, { conversationId });

type Asked = Awaited<ReturnType<typeof why>>;
const unfitOf = ({ candidates }: Asked, { id } = { id: "" }) =>
  candidates.find(({ member }) => member.id === id)?.unfit;

async function overflowAt(desk: Desk, conversationId: string) {
  return withTenant(desk, (tx) => listPendingOverflows(tx, desk, [conversationId], new Date()));
}

test("who waits because nobody can take them says why of each, and asking gives nothing out", async () => {
  const desk = await makeDesk();
  const [gone, full] = desk.team as [Desk["team"][0], Desk["team"][0]];
  await goes(gone, "break");
  await ownerQuery("update members set capacity = 0 where id = $1", [full.id]);
  const id = await arrive(desk);
  const told = await listTypes(desk.tenantId, id);
  const asked = await why(desk, id);
  expect(asked).toMatchObject({ why: "nobody", mode: "push", place: 1, department: { name: "Sales" }, overflow: null });
  expect([unfitOf(asked, gone), unfitOf(asked, full)]).toEqual(["unavailable", "full"]);
  await goes(gone, "online");
  expect(await why(desk, id)).toMatchObject({ why: "next", member: { id: gone.id } });
  expect(await listTypes(desk.tenantId, id)).toEqual(told);
  await dispatchIn(desk);
  expect(await why(desk, id)).toMatchObject({ why: "over", place: null });
});

test("one behind another hears that those ahead take the room", async () => {
  const desk = await makeDesk({ agents: 1 });
  await ownerQuery("update members set capacity = 1 where id = $1", [desk.team[0]?.id]);
  const first = await arrive(desk);
  await passTime(desk, 60);
  const second = await arrive(desk);
  expect((await why(desk, first)).why).toBe("next");
  const asked = await why(desk, second);
  expect(asked).toMatchObject({ why: "nobody", place: 2 });
  expect(unfitOf(asked, desk.team[0])).toBe("full");
});

test("what is offered says to whom and until when, what all have passed on when they are asked again", async () => {
  const desk = await makeDesk({ agents: 1, mode: "offer", offerSeconds: 30 });
  const id = await arrive(desk);
  await dispatchIn(desk);
  const asked = await why(desk, id);
  expect(asked).toMatchObject({ why: "offered", member: { id: desk.team[0]?.id } });
  expect(Date.parse(asked.until ?? "")).toBeGreaterThan(Date.now() + 20_000);
  await ownerQuery("update offers set outcome = 'declined', ended_at = now() where conversation_id = $1", [id]);
  const passed = await why(desk, id);
  expect([passed.why, unfitOf(passed, desk.team[0])]).toEqual(["passed", "declined"]);
  expect(Date.parse(passed.until ?? "")).toBeGreaterThan(Date.now() + 20_000);
});

test("it waits for whoever had it last while they have no room, and says until when", async () => {
  const desk = await makeDesk({ stickySeconds: 120 });
  const [last, other] = desk.team as [Desk["team"][0], Desk["team"][0]];
  await ownerQuery("update members set capacity = 1 where id = $1", [other.id]);
  await ownerQuery("update members set capacity = 0 where id = $1", [last.id]);
  const id = await arrive(desk);
  await ownerQuery("update conversations set last_assignee_id = $2 where id = $1", [id, last.id]);
  await passTime(desk, 1);
  const behind = await arrive(desk);
  const asked = await why(desk, id);
  expect(asked).toMatchObject({ why: "lastAgent", member: { id: last.id } });
  expect((await why(desk, behind)).member?.id).toBe(other.id);
  expect([unfitOf(asked, last), unfitOf(asked, other)]).toEqual(["full", null]);
  expect(Date.parse(asked.until ?? "")).toBeGreaterThan(Date.now() + 90_000);
});

test("the way out says when and to whom, is about to be taken once it is due, and is taken once", async () => {
  const desk = await makeDesk({ agents: 0 });
  const support = desk.departments[1];
  await setQueue(desk, desk.departmentId, { overflowSeconds: 60, overflowDepartmentId: support.id });
  await setQueue(desk, support.id, { mode: "push", overflowSeconds: 60, overflowDepartmentId: desk.departmentId });
  const id = await arrive(desk);
  const { overflow } = await why(desk, id);
  expect(overflow?.department).toEqual({ id: support.id, name: "Support" });
  expect(Date.parse(overflow?.at ?? "")).toBeGreaterThan(Date.now() + 50_000);
  expect((await overflowAt(desk, id)).get(id)).toEqual(overflow);
  await passTime(desk, 61);
  expect(await why(desk, id)).toMatchObject({ why: "overflows", overflow: null });
  await dispatchIn(desk);
  expect(await why(desk, id)).toMatchObject({ why: "nobody", department: { name: "Support" }, overflow: null });
  expect((await overflowAt(desk, id)).size).toBe(0);
});

test("a way out that leads to nobody else opens the department to all, and says so", async () => {
  const desk = await makeDesk({ agents: 0, overflowSeconds: 60 });
  const id = await arrive(desk);
  expect(await why(desk, id)).toMatchObject({ overflow: { department: null }, isOpenToAll: false });
  await passTime(desk, 61);
  expect(await why(desk, id)).toMatchObject({ overflow: null, isOpenToAll: true });
});

test("where people take it themselves, the team stands there with who could", async () => {
  const desk = await makeDesk({ agents: 1, mode: "pull" });
  const id = await arrive(desk);
  const asked = await why(desk, id);
  expect([asked.why, unfitOf(asked, desk.team[0]), unfitOf(asked, desk.agent)]).toEqual([
    ...["onRequest", null, "unavailable"],
  ]);
  await ownerQuery("delete from queues where tenant_id = $1", [desk.tenantId]);
  expect(await why(desk, id)).toMatchObject({ why: "byHand", mode: "manual", candidates: asked.candidates });
});

test("a place says how waiting raised it, and that it was given back", async () => {
  const desk = await makeDesk({ agents: 0 });
  const id = await arrive(desk);
  await passTime(desk, 16 * 60);
  await ownerQuery("update conversations set returned_at = now() where id = $1", [id]);
  const asked = await why(desk, id);
  expect(asked).toMatchObject({ priority: "normal", countsAs: "high", isReturned: true });
  expect(asked.waitedSeconds).toBeGreaterThanOrEqual(16 * 60);
});

test("what is nobody's to answer, of no department or over says just that", async () => {
  const desk = await makeDesk({ agents: 0 });
  const id = await arrive(desk);
  await ownerQuery("update conversations set owner = 'other' where id = $1", [id]);
  expect(await why(desk, id)).toMatchObject({ why: "notOurs", candidates: [] });
  await ownerQuery("update conversations set owner = 'us', department_id = null where id = $1", [id]);
  expect(await why(desk, id)).toMatchObject({ why: "noDepartment", place: 1 });
  await resolveConversation(desk.manager, { conversationId: id });
  expect(await why(desk, id)).toMatchObject({ why: "over", place: null, waitedSeconds: 0 });
});

test("whoever does not see a conversation does not learn why it waits", async () => {
  const desk = await makeDesk({ agents: 0 });
  const id = await arrive(desk);
  const outsider = await makeMember(desk, { role: "agent", departmentIds: [desk.departments[1].id] });
  await expect(explainWaiting(outsider, { conversationId: id })).rejects.toMatchObject({ kind: "not_found" });
});
