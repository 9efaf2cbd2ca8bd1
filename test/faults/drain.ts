import { expect } from "vitest";
import type { House } from "./house";
import { endWaits } from "./scene";

const LEASE_MS = 30_000;
const GRACE_MS = 30_000;

const STUCK = `
select
  (select count(*) from webhook_log where state = 'pending')::int as "webhooks",
  (select count(*) from outbox where state in ('sending', 'retry_wait'))::int as "sending",
  (select count(*) from outbox where state = 'ambiguous' and settles_by is null)::int as "withoutEnd",
  (select count(*) from outbox o where o.state = 'queued' and not exists (
    select from outbox earlier where earlier.tenant_id = o.tenant_id and earlier.conversation_id = o.conversation_id
      and earlier.seq < o.seq and earlier.state = 'ambiguous'))::int as "queued"`;

const nothing = { webhooks: 0, sending: 0, withoutEnd: 0, queued: 0 };

const stuck = async (house: House) => ({ ...(await house.query(STUCK))[0], backlog: await backlogOf(house) });

/**
 * Waits, in real time, until everything has come to its end. Whatever a dead engine had claimed is free again after its
 * lease; what then still waits in the outbox waits for a status that Meta owes, or behind such a one.
 */
export async function drain(house: House): Promise<void> {
  const within = { timeout: LEASE_MS + GRACE_MS, interval: 250 };
  await expect.poll(() => stuck(house), within).toEqual({ ...nothing, backlog: 0 });
  // No status will come of an attempt that never reached Meta. Its 90 seconds are cut short here.
  const waiting = async () => {
    await endWaits(house);
    return house.query("select message_id, state from outbox");
  };
  await expect.poll(waiting, { timeout: 30_000, interval: 250 }).toEqual([]);
  await expect.poll(() => stuck(house), within).toEqual({ ...nothing, backlog: 0 });
}

/** Webhooks that Meta has not yet been thanked for. */
async function backlogOf(house: House): Promise<number> {
  const response = await fetch(`${house.simulator.url}/control/state`);
  return ((await response.json()) as { webhookBacklog: number }).webhookBacklog;
}
