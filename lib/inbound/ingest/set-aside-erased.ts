import { addressList, inAllWritings, tombstoneHash } from "@/lib/contacts";
import { addressesIn, afterOf, wamidsOf } from "./who";
import { type Arrival, settleErased, type Work } from "./work";

/**
 * A late webhook or a replay brings nobody back: what is of before an erasure is set aside. Who writes anew after it is
 * somebody new to us.
 */
export async function setAsideErased(work: Work): Promise<void> {
  const hashes = new Map(work.arrivals.map((arrival) => [arrival, hashesOf(work.tenantId, arrival)]));
  const erasedAt = await findTombstones(
    work,
    [...hashes.values()].flatMap(({ people, messages }) => [...people, ...messages]),
  );
  if (erasedAt.size === 0) return;
  for (const [arrival, { people, messages }] of hashes) {
    const isOfBefore = people.some((hash) => arrival.atMs <= (erasedAt.get(hash.toString("base64")) ?? 0));
    if (!isOfBefore && !messages.some((hash) => erasedAt.has(hash.toString("base64")))) continue;
    settleErased(work, arrival);
  }
}

function hashesOf(tenantId: string, { item }: Arrival): { people: Buffer[]; messages: Buffer[] } {
  const addresses = [addressesIn(item), afterOf(item)].flatMap((who) => (who ? addressList(who) : []));
  const sought = inAllWritings(addresses.map(([kind, value]) => ({ kind, value })));
  return {
    people: sought.map(({ kind, value }) => tombstoneHash(tenantId, kind, value)),
    messages: wamidsOf(item).map((wamid) => tombstoneHash(tenantId, "message", wamid)),
  };
}

async function findTombstones({ tx, tenantId }: Work, hashes: Buffer[]): Promise<Map<string, number>> {
  const { rows } = await tx.$client.query<{ hash: Buffer; erased_at: Date }>({
    name: "find_tombstones",
    text: "select hash, erased_at from tombstones where tenant_id = $1 and hash = any($2::bytea[])",
    values: [tenantId, hashes],
  });
  return new Map(rows.map(({ hash, erased_at }) => [hash.toString("base64"), erased_at.getTime()]));
}
