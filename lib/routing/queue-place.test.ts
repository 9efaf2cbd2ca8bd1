import { sql } from "drizzle-orm";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { conversations } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { priorities } from "@/lib/conversations/types";
import { newId } from "@/lib/ids";
import { MINUTE } from "@/lib/time";
import { makeConversation } from "@/test/conversations";
import { ownerQuery } from "@/test/database";
import { makeTenant } from "@/test/factories";
import { nextInLine, placeInQueue } from "./index";
import { queueOrder } from "./rules/order";

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
  const [theirs, blocked] = [await queued(60), await queued(60)];
  await ownerQuery("update conversations set owner = 'other' where id = $1", [theirs]);
  await ownerQuery(
    `insert into contact_blocks (tenant_id, contact_id, channel_id, actor, at)
     select tenant_id, contact_id, channel_id, 'x', now() from conversations where id = $1`,
    [blocked],
  );
  const places = await withTenant(owner, async (tx) => {
    const found: (number | null)[] = [];
    for (const id of [aged, high, back, early, late, theirs, blocked, newId()])
      found.push(await placeInQueue(tx, owner, id));
    return found;
  });
  expect(places).toEqual([1, 2, 3, 4, 5, null, null, null]);
});

const AGING_MINUTES = 15;

/** Whole steps of waiting among them, and several of one moment, so that every part of the order decides somewhere. */
const waiting = fc.record({
  priority: fc.constantFrom(...priorities),
  waitedMs: fc.oneof(
    fc.constantFrom(0, 1, 15 * MINUTE - 1, 15 * MINUTE, 30 * MINUTE, 45 * MINUTE),
    fc.integer({ min: -MINUTE, max: 100 * MINUTE }),
  ),
  isReturned: fc.boolean(),
});

test("the database orders a queue as the rule does that gives it out", async () => {
  const tenant = await makeTenant({ channel: true });
  const now = new Date();
  const ids = await Promise.all(Array.from({ length: 12 }, async () => (await makeConversation(tenant)).id));
  await fc.assert(
    fc.asyncProperty(fc.array(waiting, { minLength: ids.length, maxLength: ids.length }), async (places) => {
      const queue = places.map(({ priority, waitedMs, isReturned }, at) => ({
        id: ids[at] ?? "",
        priority,
        queuedSinceMs: now.getTime() - waitedMs,
        returnedAtMs: isReturned ? now.getTime() : null,
      }));
      await ownerQuery(
        `update conversations c set priority = v.priority, queued_since = v.since, returned_at = v.returned
         from unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::timestamptz[]) as v (id, priority, since, returned)
         where c.id = v.id`,
        [
          queue.map(({ id }) => id),
          queue.map(({ priority }) => priority),
          queue.map(({ queuedSinceMs }) => new Date(queuedSinceMs).toISOString()),
          queue.map(({ returnedAtMs }) => (returnedAtMs === null ? null : now.toISOString())),
        ],
      );
      const inLine = await withTenant(tenant, (tx) =>
        tx
          .select({ id: conversations.id })
          .from(conversations)
          .where(sql`conversations.tenant_id = ${tenant.tenantId}`)
          .orderBy(nextInLine(now, AGING_MINUTES)),
      );
      const byRule = queue.toSorted(queueOrder(now.getTime(), AGING_MINUTES * MINUTE));
      expect(inLine.map(({ id }) => id)).toEqual(byRule.map(({ id }) => id));
    }),
    { numRuns: 60 },
  );
});
