import { expect, test } from "vitest";
import { withTenant } from "@/db/tenant";
import { newId } from "@/lib/ids";
import { makeConversation } from "@/test/conversations";
import { ownerQuery } from "@/test/database";
import { makeTenant } from "@/test/factories";
import { placeInQueue } from "./index";

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
