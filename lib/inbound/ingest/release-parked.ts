import type { ChannelWork } from "./work";

/** What waited for its message has been applied with it: says so where its arrival was noted. */
export async function releaseParked({ tx, tenantId }: ChannelWork, hashes: Buffer[]): Promise<void> {
  if (hashes.length === 0) return;
  await tx.$client.query({
    name: "release_parked_items",
    text: `
      update webhook_items set outcome = 'applied', reason = null
      where tenant_id = $1 and dedupe_hash = any($2::bytea[]) and outcome = 'parked'`,
    values: [tenantId, hashes],
  });
}
