import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import { eventReaders } from "@/db/schema";
import { withSystem } from "@/db/system";
import { SECOND } from "@/lib/time";
import type { Cursor } from "./cursor";
import { readPresent } from "./read-log";

/** How long others wait for a process that died. */
export const LEASE_MS = 15 * SECOND;

export type Place = { name: string; holder: string; leaseMs: number };

const isOurs = ({ name, holder }: Place) => and(eq(eventReaders.name, name), eq(eventReaders.holder, holder));

/** Where to read on from, if nobody else is at it. A reader that is new begins with the present. */
export async function takeLease(place: Place): Promise<Cursor | null> {
  const { name, holder } = place;
  return withSystem(async (tx) => {
    const { xid } = await readPresent(tx);
    await tx.insert(eventReaders).values({ name, xid, seq: 0 }).onConflictDoNothing();
    const isFree = or(isNull(eventReaders.holder), lt(eventReaders.leasedUntil, sql`now()`), isOurs(place));
    const [row] = await tx
      .update(eventReaders)
      .set({ holder, leasedUntil: leaseEnd(place) })
      .where(and(eq(eventReaders.name, name), isFree))
      .returning();
    return row ? { xid: row.xid, seq: String(row.seq) } : null;
  });
}

/** Keeps how far the reader is. False when somebody else has taken over: they begin where it was last kept. */
export async function keepPlace(place: Place, { xid, seq }: Cursor): Promise<boolean> {
  const kept = await withSystem(async (tx) => {
    // Nobody waits for the disk: what a crash takes back is read again, and done once all the same.
    await tx.execute(sql`set local synchronous_commit = off`);
    return tx
      .update(eventReaders)
      .set({ xid, seq: Number(seq), leasedUntil: leaseEnd(place) })
      .where(isOurs(place))
      .returning({ name: eventReaders.name });
  });
  return kept.length === 1;
}

/** For whoever is still at work on what they read. False when somebody else has taken over. */
export async function renewLease(place: Place): Promise<boolean> {
  const renewed = await withSystem((tx) =>
    tx
      .update(eventReaders)
      .set({ leasedUntil: leaseEnd(place) })
      .where(isOurs(place))
      .returning({ name: eventReaders.name }),
  );
  return renewed.length === 1;
}

export async function giveBack(place: Place): Promise<void> {
  await withSystem((tx) => tx.update(eventReaders).set({ holder: null, leasedUntil: null }).where(isOurs(place)));
}

const leaseEnd = ({ leaseMs }: Place) => sql`now() + ${leaseMs} * interval '1 millisecond'`;
