import { expect, test } from "vitest";
import { withTenant } from "@/db/tenant";
import { systemActor } from "@/lib/auth";
import { assignConversation, readConversation, resolveConversation, snoozeConversation } from "@/lib/conversations";
import { wakeDue } from "@/lib/conversations/timers/wake-due";
import { newId } from "@/lib/ids";
import { sendMessage } from "@/lib/messages";
import { writeNote } from "@/lib/notes";
import { makeConversation } from "@/test/conversations";
import { ownerQuery } from "@/test/database";
import { listTypes } from "@/test/events";
import { dispatchIn, goes, makeDesk, passTime, setQueue } from "@/test/routing";
import { dispatchIn as dispatchWithin } from "./dispatch";

type Desk = Awaited<ReturnType<typeof makeDesk>>;

const arrive = (desk: Desk, departmentId = desk.departmentId) => makeConversation(desk, { departmentId });
const assigneeOf = async ({ owner }: Desk, { id }: { id: string }) =>
  (await readConversation(owner, { conversationId: id })).assignee?.id ?? null;

test("whoever waits is given to the least loaded, and the log says under which decision", async () => {
  const desk = await makeDesk();
  const arrived = [await arrive(desk), await arrive(desk)];
  await dispatchIn(desk);
  const who = await Promise.all(arrived.map((each) => assigneeOf(desk, each)));
  expect(new Set(who)).toEqual(new Set(desk.team.map(({ id }) => id)));
  expect(await listTypes(desk.tenantId, arrived[0]?.id ?? "")).toEqual([
    "conversation.dequeued",
    "conversation.assigned",
  ]);
  const kept = await ownerQuery(
    `select d.facts->>'rule' as rule, e.actor from events e
     join routing_decisions d on d.tenant_id = e.tenant_id and d.id = (e.payload->>'decisionId')::uuid
     where e.tenant_id = $1 and e.type = 'conversation.assigned'`,
    [desk.tenantId],
  );
  expect(kept).toEqual(Array(2).fill({ rule: "leastLoaded", actor: "system:routing" }));
});

test("a department routed by hand, one without settings, another's thread and who is blocked are left alone", async () => {
  const desk = await makeDesk();
  const [theirs, blocked] = [await arrive(desk), await arrive(desk)];
  const byHand = await arrive(desk, desk.departments[1].id);
  await ownerQuery("update conversations set owner = 'other' where id = $1", [theirs.id]);
  await ownerQuery(
    "insert into contact_blocks (tenant_id, contact_id, channel_id, actor, at) values ($1, $2, $3, 'x', now())",
    [...[desk.tenantId, blocked.contactId, desk.channel.id]],
  );
  await dispatchIn(desk);
  for (const each of [theirs, blocked, byHand]) expect(await assigneeOf(desk, each)).toBeNull();
});

test("what one resolves makes room for the next in line", async () => {
  const desk = await makeDesk({ agents: 1 });
  await ownerQuery("update members set capacity = 1 where id = $1", [desk.team[0]?.id]);
  const [first, second] = [await arrive(desk), await arrive(desk)];
  await dispatchIn(desk);
  expect([await assigneeOf(desk, first), await assigneeOf(desk, second)]).toEqual([desk.team[0]?.id, null]);
  await resolveConversation(desk.owner, { conversationId: first.id });
  await dispatchIn(desk);
  expect(await assigneeOf(desk, second)).toBe(desk.team[0]?.id);
});

test("of two engines one gives, and a claim by hand at the same moment wins or waits", async () => {
  const desk = await makeDesk();
  for (let round = 0; round < 10; round += 1) {
    const { id: conversationId } = await arrive(desk);
    const claim = { conversationId, assigneeId: "me" as const };
    const [claimer] = desk.team;
    if (!claimer) throw new Error("Nobody is there.");
    await Promise.all([dispatchIn(desk), dispatchIn(desk), assignConversation(claimer, claim).catch(() => null)]);
    await dispatchIn(desk);
    const types = await listTypes(desk.tenantId, conversationId);
    expect(types.filter((type) => type === "conversation.assigned")).toHaveLength(1);
    await resolveConversation(desk.owner, { conversationId });
  }
});

test("a dispatch that fails at its end has given nothing", async () => {
  const desk = await makeDesk();
  const waiting = await arrive(desk);
  const crash = withTenant(desk, async (tx) => {
    expect((await dispatchWithin(tx, desk.tenantId, new Date())).steps).toBe(1);
    throw new Error("The machine is gone.");
  });
  await expect(crash).rejects.toThrow("gone");
  expect(await assigneeOf(desk, waiting)).toBeNull();
  await dispatchIn(desk);
  expect(await assigneeOf(desk, waiting)).not.toBeNull();
});

test("whoever goes home gives back what waits for them to the head of the queue, and it goes to who is there", async () => {
  const desk = await makeDesk({ returnSeconds: 60 });
  const [leaver, stayer] = desk.team;
  if (!leaver || !stayer) throw new Error("Nobody is there.");
  await goes(stayer, "offline");
  const theirs = await arrive(desk);
  await dispatchIn(desk);
  expect(await assigneeOf(desk, theirs)).toBe(leaver.id);
  await goes(leaver, "offline");
  const { nextDueAtMs } = await dispatchIn(desk);
  expect(nextDueAtMs).toBeGreaterThan(Date.now() + 50_000);
  expect(await assigneeOf(desk, theirs)).toBe(leaver.id);
  const newer = await arrive(desk);
  await ownerQuery("update members set capacity = 1 where id = $1", [stayer.id]);
  await goes(stayer, "online");
  await ownerQuery("update conversations set queued_since = queued_since - interval '1 minute' where id = $1", [
    newer.id,
  ]);
  await dispatchIn(desk, 61);
  expect([await assigneeOf(desk, theirs), await assigneeOf(desk, newer)]).toEqual([stayer.id, null]);
  expect(await listTypes(desk.tenantId, theirs.id)).toEqual([
    ...["conversation.dequeued", "conversation.assigned"],
    ...["conversation.returned", "conversation.queued", "conversation.dequeued", "conversation.assigned"],
  ]);
});

test("whoever does not answer what they were given loses it to a colleague", async () => {
  const desk = await makeDesk({ unansweredSeconds: 30 });
  const waiting = await arrive(desk);
  await dispatchIn(desk);
  const first = await assigneeOf(desk, waiting);
  await dispatchIn(desk, 31);
  const second = await assigneeOf(desk, waiting);
  expect(second).not.toBeNull();
  expect(second).not.toBe(first);
});

test("whoever answered once and then falls silent, or took it themselves, loses it; who was given it by a colleague keeps it", async () => {
  const desk = await makeDesk({ agents: 1, unansweredSeconds: 30 });
  const [holder] = desk.team;
  if (!holder) throw new Error("Nobody is there.");
  const [answered, claimed, handed] = [await arrive(desk), await arrive(desk), await arrive(desk)];
  const text = { body: "One moment." };
  await sendMessage(holder, { conversationId: answered.id, clientId: newId(), type: "text", text });
  await assignConversation(holder, { conversationId: claimed.id, assigneeId: "me" });
  await assignConversation(desk.owner, { conversationId: handed.id, assigneeId: holder.id });
  await ownerQuery("update conversations set waiting_since = now() + interval '1 second' where id = $1", [answered.id]);
  await dispatchIn(desk, 29);
  for (const each of [answered, claimed, handed]) expect(await assigneeOf(desk, each)).toBe(holder.id);
  // A note is a sign of life.
  const kept = { conversationId: claimed.id, clientId: newId(), body: "I am asking the stores.", mentionIds: [] };
  await passTime(desk, 20);
  await writeNote(holder, kept);
  await dispatchIn(desk, 15);
  expect(await assigneeOf(desk, claimed)).toBe(holder.id);
  expect(await listTypes(desk.tenantId, answered.id)).toContain("conversation.returned");
  await dispatchIn(desk, 31);
  expect(await listTypes(desk.tenantId, claimed.id)).toContain("conversation.returned");
  expect(await listTypes(desk.tenantId, handed.id)).not.toContain("conversation.returned");
});

test("what the software gave by a rule comes back like what it gave by itself", async () => {
  const desk = await makeDesk({ agents: 1, unansweredSeconds: 30 });
  const waiting = await arrive(desk);
  const rule = systemActor(desk.tenantId, "rule:1");
  await assignConversation(rule, { conversationId: waiting.id, assigneeId: desk.team[0]?.id ?? null });
  await dispatchIn(desk, 31);
  expect(await listTypes(desk.tenantId, waiting.id)).toContain("conversation.returned");
});

test("a decision to move or to give back keeps who stood there, with what was against them", async () => {
  const desk = await makeDesk({ agents: 2, overflowSeconds: 60, unansweredSeconds: 30 });
  const [first, second] = desk.team;
  if (!first || !second) throw new Error("Nobody is there.");
  await setQueue(desk, desk.departmentId, { overflowDepartmentId: desk.departments[1].id });
  await ownerQuery("update members set capacity = 1 where id = $1", [first.id]);
  await goes(second, "offline");
  const [given, waiting] = [await arrive(desk), await arrive(desk)];
  await dispatchIn(desk);
  const holds = await assigneeOf(desk, given);
  await dispatchIn(desk, 61);
  const decided = await ownerQuery<{ rule: string; candidates: { memberId: string; unfit: string }[] }>(
    `select facts->>'rule' as rule, facts->'candidates' as candidates from routing_decisions
     where tenant_id = $1 and facts->>'rule' in ('overflow', 'unanswered') order by at, id`,
    [desk.tenantId],
  );
  expect(holds).toBe(first.id);
  const moved = decided.filter(({ rule }) => rule === "overflow").at(-1);
  expect(moved?.candidates.map(({ memberId }) => memberId)).toEqual(expect.arrayContaining([first.id, second.id]));
  expect(moved?.candidates.find(({ memberId }) => memberId === second.id)?.unfit).toBe("unavailable");
  expect(decided.find(({ rule }) => rule === "unanswered")?.candidates).toMatchObject([
    { memberId: first.id, loadPercent: 100, capacityPercent: 100, unfit: "declined" },
  ]);
  expect(waiting.id).not.toBe(given.id);
});

test("after a time it goes to another department's queue and keeps its place by waiting", async () => {
  const desk = await makeDesk({ agents: 0, overflowSeconds: 60 });
  const other = desk.departments[1].id;
  await setQueue(desk, desk.departmentId, { overflowDepartmentId: other });
  await setQueue(desk, other, { mode: "push" });
  const waiting = await arrive(desk);
  const since = "select queued_since, department_id from conversations where id = $1";
  await ownerQuery("update conversations set queued_since = waiting_since where id = $1", [waiting.id]);
  const [before] = await ownerQuery(since, [waiting.id]);
  await dispatchIn(desk, 30);
  expect(await ownerQuery(since, [waiting.id])).toEqual([before]);
  await dispatchIn(desk, 61);
  expect(await ownerQuery(since, [waiting.id])).toEqual([{ ...before, department_id: other }]);
  await goes(desk.agent2, "online");
  await dispatchIn(desk, 62);
  expect(await assigneeOf(desk, waiting)).toBe(desk.agent2.id);
});

test("what wakes by itself goes through the queue to whoever had it, so that capacity holds", async () => {
  const desk = await makeDesk();
  const [, second] = desk.team;
  if (!second) throw new Error("Nobody is there.");
  const { id } = await arrive(desk);
  await assignConversation(second, { conversationId: id, assigneeId: "me" });
  const at = new Date(Date.now() + 3_600_000);
  await snoozeConversation(second, { conversationId: id, until: { kind: "time", at: at.toISOString() } });
  await wakeDue(new Date(at.getTime() + 1));
  expect((await readConversation(desk.owner, { conversationId: id })).state).toBe("queued");
  await dispatchIn(desk);
  expect(await assigneeOf(desk, { id })).toBe(second.id);
});
