import { withSystem } from "@/db/system";

const AT_ONCE = 2_000;

/** What held for nothing says little after a week; what a rule did is kept for ninety days. */
const kept = { unmatched: "7 days", others: "90 days" };

const statement = `
  delete from rule_runs where (tenant_id, id) in (
    select tenant_id, id from rule_runs
    where at < now() - interval '${kept.others}' or (at < now() - interval '${kept.unmatched}' and outcome = 'unmatched')
    order by at limit ${AT_ONCE})`;

/** In pieces, since a long transaction would hold back every reader of the event log. Answers whether there is more. */
export async function dropOldRuns(): Promise<boolean> {
  const { rowCount } = await withSystem((tx) => tx.$client.query(statement));
  return rowCount === AT_ONCE;
}
