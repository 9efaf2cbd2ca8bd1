import "server-only";
/** One shape for every transaction: begin in one trip, the work, commit, then what waited for the commit. */
import { DrizzleQueryError } from "drizzle-orm";
import { DatabaseError } from "pg";
import { type Client, type Database, databaseOf, pool } from "./client";

export type Transaction = Database;

const afterCommit = new WeakMap<Database, (() => void)[]>();

/** Runs `then` once the transaction is durable; never when it was rolled back. */
export function onCommit(tx: Transaction, then: () => void): void {
  afterCommit.get(tx)?.push(then);
}

type Outcomes<Parts> = { [Key in keyof Parts]: Awaited<Parts[Key]> };

/** What comes after a failed statement says only that its transaction is over, or that what it named was never prepared. */
const ONLY_FOLLOWS = /^(25P02|26000)$/;

/**
 * Sends what does not wait for each other in one trip. What each part asks first through `$client` runs in the order of the
 * parts; queries of Drizzle and second steps come later. Waits for all of it, also when one fails: nothing may still speak on a
 * connection that has been given back.
 *
 * @throws what failed first at the database, and not what followed from it
 */
export async function inOneTrip<Parts extends readonly unknown[]>(...parts: Parts): Promise<Outcomes<Parts>> {
  const settled = await Promise.allSettled(parts);
  const failures = settled.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
  if (failures.length > 0) throw failures.find((each) => !onlyFollows(each)) ?? failures[0];
  return settled.map((each) => (each.status === "fulfilled" ? each.value : undefined)) as Outcomes<Parts>;
}

function onlyFollows(error: unknown): boolean {
  const cause = error instanceof DrizzleQueryError ? error.cause : error;
  return cause instanceof DatabaseError && ONLY_FOLLOWS.test(cause.code ?? "");
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
    const begun = client.query(begin);
    // Who sees every tenant's rows is sure to be in a transaction first; for the others row-level security is.
    if (role === "system") await begun;
    const [, result] = await inOneTrip(begun, (async () => work(tx))());
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
