import { withSystem } from "@/db/system";
import { lockConsents } from "@/lib/consent";
import { readSendContexts, type SendContext } from "@/lib/messages/gate-facts";
import type { Attempt } from "./claim";
import type { Decision } from "./decide";

type Key = Pick<Attempt, "tenantId" | "conversationId" | "contactId">;
/** Asks the gate and begins the call, without waiting for anything in between. */
type Begin = (context: SendContext | undefined) => Promise<Decision>;
type Departure = {
  key: Key;
  begin: Begin;
  resolve: (decision: Promise<Decision>) => void;
  reject: (e: unknown) => void;
};

/** So many at once: a withdrawal waits for those that hold its lock, and they for the slowest of them. */
const MOST_AT_ONCE = 64;

const waiting: Departure[] = [];
let isUnderWay = false;

/**
 * What the business begins leaves by this gate. Between its claim and now the customer may have said STOP: so the facts
 * are read anew, and the call begins under the lock that a withdrawal takes too. It begins before the withdrawal's
 * commit, or not at all. Those that come together share one look.
 */
export function depart(key: Key, begin: Begin): Promise<Decision> {
  return new Promise((resolve, reject) => {
    waiting.push({ key, begin, resolve, reject });
    if (!isUnderWay) void departAll();
  });
}

async function departAll(): Promise<void> {
  isUnderWay = true;
  while (waiting.length > 0) {
    const together = waiting.splice(0, MOST_AT_ONCE);
    const keys = together.map(({ key }) => key);
    try {
      await withSystem(async (tx) => {
        await lockConsents(tx, keys, "relying");
        const contexts = await readSendContexts(tx, keys);
        for (const { key, begin, resolve } of together) resolve(begin(contexts.get(key.conversationId)));
      });
    } catch (error) {
      // One whose call has begun has its answer already.
      for (const { reject } of together) reject(error);
    }
  }
  isUnderWay = false;
}
