import { afterAll, beforeAll, expect, test } from "vitest";
import { readConversation } from "@/lib/conversations";
import type { Loop } from "@/lib/jobs";
import { makeConversation } from "@/test/conversations";
import { ownerQuery } from "@/test/database";
import { eventually } from "@/test/event-log";
import { goes, makeDesk, passTime } from "@/test/routing";
import { findWaiting } from "./find-waiting";
import { startRouting } from "./start";

let engines: Loop[];
beforeAll(() => {
  engines = [startRouting(), startRouting()];
});
afterAll(() => Promise.all(engines.map((engine) => engine.stop())));

type Desk = Awaited<ReturnType<typeof makeDesk>>;
const stateOf = async ({ owner }: Desk, { id }: { id: string }) =>
  (await readConversation(owner, { conversationId: id })).state;

test("whoever comes online is given what waits, whichever engine hears of it", async () => {
  const desk = await makeDesk({ agents: 1 });
  const [agent] = desk.team;
  if (!agent) throw new Error("Nobody is there.");
  await goes(agent, "offline");
  const waiting = await makeConversation(desk, { departmentId: desk.departmentId });
  await goes(agent, "online");
  await eventually(async () => expect(await stateOf(desk, waiting)).toBe("open"));
});

test("what no event tells is found by looking", async () => {
  const desk = await makeDesk({ agents: 1 });
  const waiting = await makeConversation(desk, { departmentId: desk.departmentId });
  await eventually(async () => expect(await stateOf(desk, waiting)).toBe("open"));
});

test("the net sees who waits for somebody who is gone, or who may not answer in time, and nobody else", async () => {
  const [gone, slow, calm] = [
    await makeDesk({ agents: 1 }),
    await makeDesk({ agents: 1, unansweredSeconds: 600 }),
    await makeDesk({ agents: 1 }),
  ];
  for (const desk of [gone, slow, calm]) {
    await makeConversation(desk, { departmentId: desk.departmentId, assigneeId: desk.team[0]?.id ?? null });
    await passTime(desk, 1);
  }
  await ownerQuery("update availability set state = 'offline' where tenant_id = $1", [gone.tenantId]);
  const found = await findWaiting();
  expect([gone, slow, calm].map(({ tenantId }) => found.includes(tenantId))).toEqual([true, true, false]);
});
