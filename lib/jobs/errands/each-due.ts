import { withSystem } from "@/db/system";
import { eachByItself } from "./each-by-itself";
import type { Errand } from "./put-off";

/**
 * The same for a list of what is due, which leaves out by `isNotPutOff` what has failed. What can be done at last was never
 * put off.
 */
export async function eachDue<Item extends Errand>(
  work: string,
  items: Iterable<Item>,
  run: (item: Item) => Promise<unknown>,
): Promise<void> {
  const done = await eachByItself(work, items, run);
  if (done.length === 0) return;
  await withSystem((tx) =>
    tx.$client.query({
      name: "forget_failures",
      text: `delete from errands e using unnest($2::uuid[], $3::uuid[]) as d (tenant_id, item_id)
        where e.tenant_id = d.tenant_id and e.work = $1 and e.item_id = d.item_id`,
      values: [work, done.map(({ tenantId }) => tenantId), done.map(({ itemId }) => itemId)],
    }),
  );
}
