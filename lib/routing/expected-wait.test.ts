import { expect, it, test } from "vitest";
import { withTenant } from "@/db/tenant";
import { recordEvents } from "@/lib/events";
import { newId } from "@/lib/ids";
import { HOUR, MINUTE } from "@/lib/time";
import { makeConversation } from "@/test/conversations";
import { ownerQuery } from "@/test/database";
import { makeTenant } from "@/test/factories";
import { expectedWait, placeInQueue, recentWaits } from "./index";

it.each([
  ["too few say nothing", [1, 2, 3, 4], null],
  ["the middle half", [1, 2, 3, 4, 5, 6, 7, 8, 9], { fromMinutes: 3, toMinutes: 7 }],
  ["not what is far out", [5, 5, 5, 6, 600], { fromMinutes: 5, toMinutes: 6 }],
  ["no less than a minute", [0, 0, 0.1, 0.2, 0.3], { fromMinutes: 1, toMinutes: 1 }],
])("an expected wait: %s", (_, minutes, expected) => {
  expect(expectedWait(minutes.map((each) => each * MINUTE))).toEqual(expected);
});

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
  const waits = await withTenant({ tenantId }, (tx) => recentWaits(tx, owner, { departmentId: sales ?? null, now }));
  expect(waits.map((ms) => Math.round(ms / MINUTE)).toSorted()).toEqual([4, 7]);
});

test("the place in the queue goes by priority, which rises with waiting, then by what came back, then by waiting", async () => {
  const tenant = await makeTenant({ channel: true });
  const { owner, departments } = tenant;
  const departmentId = departments[0].id;
  const queued = async (minutes: number, priority = "normal", returned = false) => {
    const { id } = await makeConversation(tenant, { departmentId });
    await ownerQuery(
      `update conversations set queued_since = now() - $2 * interval '1 minute', priority = $3,
         returned_at = case when $4 then now() end where id = $1`,
      [id, minutes, priority, returned],
    );
    return id;
  };
  const [late, early, back, aged, high] = [
    await queued(2),
    await queued(10),
    await queued(1, "normal", true),
    await queued(16),
    await queued(1, "high"),
  ];
  await makeConversation(tenant, { departmentId: departments[1].id });
  const places = await withTenant(owner, async (tx) => {
    const found: (number | null)[] = [];
    for (const id of [aged, high, back, early, late, newId()]) found.push(await placeInQueue(tx, owner, id));
    return found;
  });
  expect(places).toEqual([1, 2, 3, 4, 5, null]);
});
