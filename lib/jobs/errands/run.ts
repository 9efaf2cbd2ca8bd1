import { withSystem } from "@/db/system";
import { atOnce } from "@/lib/jobs/at-once";
import { type Loop, startLoop } from "@/lib/jobs/loop";
import { MINUTE, SECOND } from "@/lib/time";
import { eachByItself } from "./each-by-itself";
import type { Errand } from "./put-off";

/** What a work does for one item. Done twice, it has the same effect as once. */
type ErrandRuns = Record<string, (errand: Errand) => Promise<unknown>>;

type Claim = Errand & { work: string };

/** Whoever dies with them leaves them to another. */
const LEASE_MS = 5 * MINUTE;

/** Of one workspace's many, so few at a time, and workspaces side by side: none waits for another's. */
const MOST_OF_ONE = 25;
const MOST_AT_ONCE = 4;

/** Does what was put off, or left for later. */
export function startErrands(name: string, runs: ErrandRuns): Loop {
  return startLoop({ name, round: () => runErrands(runs), idleMs: SECOND });
}

/** Any number of engines do this at once. Answers whether there may be more. */
export async function runErrands(runs: ErrandRuns, now: Date = new Date()): Promise<boolean> {
  const leasedUntil = new Date(Math.max(now.getTime(), Date.now()) + LEASE_MS);
  const claims = await claim(Object.keys(runs), now, leasedUntil);
  const ofOne = Map.groupBy(claims, ({ tenantId, work }) => `${tenantId} ${work}`);
  await atOnce(MOST_AT_ONCE, ofOne.values(), async (own) => {
    const work = own[0]?.work ?? "";
    const done = await eachByItself(work, own, (errand) => runs[work]?.(errand) ?? Promise.resolve());
    await forget(done, leasedUntil);
  });
  return claims.length > 0;
}

async function claim(works: string[], now: Date, leasedUntil: Date): Promise<Claim[]> {
  const { rows } = await withSystem((tx) =>
    tx.$client.query<Claim>({
      name: "claim_errands",
      text: `
        with due as (
          select e.* from (select distinct tenant_id from errands where work = any($1::text[]) and due_at <= $2) t
          cross join lateral (
            select e.tenant_id, e.work, e.item_id from errands e
            where e.tenant_id = t.tenant_id and e.work = any($1::text[]) and e.due_at <= $2
            order by e.due_at limit ${MOST_OF_ONE} for update skip locked) e)
        update errands e set due_at = $3 from due
        where e.tenant_id = due.tenant_id and e.work = due.work and e.item_id = due.item_id
        returning e.tenant_id as "tenantId", e.work, e.item_id as "itemId"`,
      values: [works, now, leasedUntil],
    }),
  );
  return rows;
}

/** What was put here again in the meantime stays. */
async function forget(done: Claim[], leasedUntil: Date): Promise<void> {
  if (done.length === 0) return;
  await withSystem((tx) =>
    tx.$client.query(
      `delete from errands e using unnest($1::uuid[], $2::text[], $3::uuid[]) as d (tenant_id, work, item_id)
       where e.tenant_id = d.tenant_id and e.work = d.work and e.item_id = d.item_id and e.due_at = $4`,
      [
        done.map(({ tenantId }) => tenantId),
        done.map(({ work }) => work),
        done.map(({ itemId }) => itemId),
        leasedUntil,
      ],
    ),
  );
}
