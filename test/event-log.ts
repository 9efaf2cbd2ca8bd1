import { expect, vi } from "vitest";
import { ownerQuery } from "./database";

/** Waits for what may have to wait for a transaction of another test on the same cluster: those hold every reader back. */
export function eventually(check: () => void | Promise<void>): Promise<void> {
  return vi.waitFor(check, { timeout: 15_000, interval: 10 });
}

/** Until all that is written in this file's database can be read. */
export function untilSettled(): Promise<void> {
  const settled = "select coalesce(max(xid) < pg_snapshot_xmin(pg_current_snapshot()), true) as settled from events";
  return eventually(async () => expect(await ownerQuery(settled)).toEqual([{ settled: true }]));
}
