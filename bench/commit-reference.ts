import type { Owner } from "./house/owner";
import { median } from "./report/percentile";

const COMMITS = 300;

/** What one durable commit of one row costs on this machine, in milliseconds: nothing that is durable can be faster. */
export async function commitMs({ query }: Owner): Promise<number> {
  await query("create table if not exists commit_reference (body bytea not null)");
  const took: number[] = [];
  for (let at = 0; at < COMMITS; at++) {
    const began = performance.now();
    await query("insert into commit_reference values ($1)", [Buffer.alloc(640, at)]);
    took.push(performance.now() - began);
  }
  await query("drop table commit_reference");
  return median(took);
}
