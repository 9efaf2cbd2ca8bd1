import { expect, test } from "vitest";
import { withTenant } from "@/db/tenant";
import { recordEvents } from "@/lib/events";
import { newId } from "@/lib/ids";
import { HOUR, MINUTE } from "@/lib/time";
import { makeTenant } from "@/test/factories";
import { listRecentWaits } from "./waits";

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
