import { withSystem } from "@/db/system";

const AHEAD = `
select exists (
  select from (select e.xid from events e order by e.xid desc, e.seq desc limit 1) newest
  where newest.xid >= pg_snapshot_xmax(pg_current_snapshot())
) as ahead`;

/**
 * Readers of the event log compare transaction ids. After a restore into another cluster those of the log can lie ahead
 * of the cluster's own, and nothing new would be read until it has caught up.
 * @throws {Error} saying so
 */
export async function ensureLogIsOfThisCluster(): Promise<void> {
  const { rows } = await withSystem((tx) => tx.$client.query<{ ahead: boolean }>(AHEAD));
  if (rows[0]?.ahead) {
    throw new Error(
      "The event log is ahead of this database cluster, as after a restore from another one. " +
        "Renumber the log before starting; docs/operating.md says how.",
    );
  }
}
