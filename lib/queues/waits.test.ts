import { expect, test } from "vitest";
import { withTenant } from "@/db/tenant";
import { type NewEvent, recordEvents } from "@/lib/events";
import { newId } from "@/lib/ids";
import { HOUR, MINUTE } from "@/lib/time";
import { makeTenant } from "@/test/factories";
import { listRecentWaits, type Wait } from "./waits";

test("recent waits are those of the department that ended within the hour", async () => {
  const { tenantId, owner, departments } = await makeTenant();
  const [sales, support] = departments.map(({ id }) => id);
  const now = new Date();
  const wait = (departmentId: string | undefined, minutes: number, endedMinutesAgo: number) => {
    const refs = { conversationId: newId(), departmentId: departmentId ?? null };
    const at = (ago: number) => new Date(now.getTime() - ago * MINUTE);
    return [
      { type: "conversation.queued" as const, ...refs, at: at(endedMinutesAgo + minutes + 30) },
      { type: "conversation.queued" as const, ...refs, at: at(endedMinutesAgo + minutes) },
      { type: "conversation.dequeued" as const, ...refs, at: at(endedMinutesAgo) },
    ];
  };
  await withTenant(owner, (tx) =>
    recordEvents(tx, owner, [
      ...wait(sales, 4, 10),
      ...wait(sales, 7, 50),
      ...wait(sales, 9, HOUR / MINUTE + 1),
      ...wait(support, 20, 5),
      { type: "conversation.queued", conversationId: newId(), departmentId: sales ?? null },
    ]),
  );
  const waits = await withTenant({ tenantId }, (tx) => listRecentWaits(tx, owner, now));
  const ofSales = waits.filter(({ departmentId }) => departmentId === sales);
  expect(ofSales.map(({ seconds }) => Math.round(seconds / 60)).toSorted()).toEqual([4, 7]);
});

const NOW = new Date();

/** The waits of one conversation, in minutes, by what happened to it how many minutes ago. */
async function waitsOf(moves: [type: string, minutesAgo: number, payload?: Record<string, unknown>][]) {
  const { tenantId, agent } = await makeTenant();
  const conversationId = newId();
  const events = moves.map(([type, ago, payload]) => {
    const at = new Date(NOW.getTime() - ago * MINUTE);
    return { type, at, conversationId, ...(payload && { payload }) } as NewEvent;
  });
  await withTenant(agent, (tx) => recordEvents(tx, agent, events));
  const waits: Wait[] = await withTenant({ tenantId }, (tx) =>
    listRecentWaits(tx, { ...agent, visibility: "all" }, NOW),
  );
  return waits.map(({ seconds }) => Math.round(seconds / 60));
}

const queued = "conversation.queued";
const dequeued = "conversation.dequeued";
const returned = { rule: "agentGone" };

test("who was given back has waited from the beginning until they were taken by who kept them, and counts once", async () => {
  const moves = [
    [queued, 30],
    [dequeued, 29],
    ["conversation.returned", 20],
    [queued, 20, returned],
    [dequeued, 5],
  ];
  expect(await waitsOf(moves as Parameters<typeof waitsOf>[0])).toEqual([25]);
});

test("a wait that ended with an answer stays one, also where the agent fell silent later", async () => {
  const answered = [
    [queued, 30],
    [dequeued, 28],
    ["message.queued", 27],
    ["conversation.returned", 10],
  ];
  const moves = [...answered, [queued, 10, returned], [dequeued, 5]];
  expect((await waitsOf(moves as Parameters<typeof waitsOf>[0])).toSorted()).toEqual([2, 25]);
});

test("who gave up counts with the time they waited, and who never stood in the queue does not", async () => {
  expect(
    await waitsOf([
      [queued, 30],
      ["conversation.resolved", 10],
    ]),
  ).toEqual([20]);
  expect(await waitsOf([["conversation.resolved", 10]])).toEqual([]);
  expect(
    await waitsOf([
      [queued, 30],
      [dequeued, 25],
      ["conversation.resolved", 10, { previousAssigneeId: newId() }],
    ]),
  ).toEqual([5]);
});

test.each([
  ["came straight to who had it last", {}, { rule: "lastAgent" }],
  ["was woken by its timer", { by: "timer" }, { rule: "leastLoaded" }],
  ["went to another responder", {}, { owner: "other" }],
])("what %s says nothing of how long somebody new waits", async (_, came, went) => {
  expect(
    await waitsOf([
      [queued, 30, came],
      [dequeued, 30, went],
    ]),
  ).toEqual([]);
});
