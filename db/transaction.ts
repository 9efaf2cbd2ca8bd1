import "server-only";
/** One shape for every transaction: begin in one trip, the work, commit, then what waited for the commit. */
import { type Client, type Database, databaseOf, pool } from "./client";

export type Transaction = Database;

const afterCommit = new WeakMap<Database, (() => void)[]>();

/** Runs `then` once the transaction is durable; never when it was rolled back. */
export function onCommit(tx: Transaction, then: () => void): void {
  afterCommit.get(tx)?.push(then);
}

type Outcomes<Parts> = { [Key in keyof Parts]: Awaited<Parts[Key]> };

/**
 * Sends what does not wait for each other in one trip; the statements run in this order. Waits for all of it, also when one
 * fails: nothing may still speak on a connection that has been given back.
 */
export async function inOneTrip<Parts extends readonly unknown[]>(...parts: Parts): Promise<Outcomes<Parts>> {
  const settled = await Promise.allSettled(parts);
  return settled.map((each) => {
    if (each.status === "rejected") throw each.reason;
    return each.value;
  }) as Outcomes<Parts>;
}

export async function transact<T>(
  role: "app" | "door" | "system",
  begin: string,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const client = await pool(role).connect();
  client.on("error", ignoreLostConnection);
  let broken: Error | undefined;
  try {
    const tx = databaseOf(client);
    const waiting: (() => void)[] = [];
    afterCommit.set(tx, waiting);
    const [, result] = await inOneTrip(client.query(begin), work(tx));
    const { command } = await client.query("commit");
    // After a failed statement PostgreSQL answers COMMIT with ROLLBACK, as a success.
    if (command !== "COMMIT") throw new Error("The transaction was rolled back by an earlier error.");
    for (const then of waiting) then();
    return result;
  } catch (error) {
    broken = await rollBack(client);
    throw error;
  } finally {
    client.off("error", ignoreLostConnection);
    client.release(broken);
  }
}

async function rollBack(client: Client): Promise<Error | undefined> {
  try {
    await client.query("rollback");
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** The failed statement itself reports the loss; an unheard event would end the process. */
function ignoreLostConnection(): void {}
