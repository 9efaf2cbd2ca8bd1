import type { Transaction } from "@/db/transaction";
import { InvalidError, LimitReachedError } from "@/lib/errors";
import { DAY, SECOND } from "@/lib/time";
import type { SendContext } from "./gate-facts";
import type { Timing } from "./put-message";

const LONGEST_AHEAD_MS = 90 * DAY;
const MOST_SCHEDULED = 20;

type Asked = { type: string; undoSeconds?: number | undefined; sendAt?: string | undefined };

/** When a message is to leave. A reaction leaves at once. @throws {InvalidError} for a time too far ahead */
export function timingOf({ type, undoSeconds = 0, sendAt }: Asked, now: Date): Timing {
  if (type === "reaction") return { kind: "now" };
  if (sendAt !== undefined) {
    const at = futureTime(sendAt, now);
    if (at) return { kind: "later", at };
  }
  return undoSeconds === 0 ? { kind: "now" } : { kind: "held", until: new Date(now.getTime() + undoSeconds * SECOND) };
}

/** Null for a time that has come already. @throws {InvalidError} */
export function futureTime(sendAt: string, now: Date): Date | null {
  const at = new Date(sendAt);
  if (at.getTime() - now.getTime() > LONGEST_AHEAD_MS) {
    throw new InvalidError("This is too far ahead.", {
      code: "scheduled_too_far",
      fields: [{ path: "sendAt", message: "should be within 90 days" }],
    });
  }
  return at > now ? at : null;
}

/** The caller holds the lock on the conversation. */
export async function refuseTooMany(tx: Transaction, { tenantId, conversationId }: SendContext): Promise<void> {
  const { rows } = await tx.$client.query<{ count: number }>(
    `select count(*)::int as count from outbox where tenant_id = $1 and conversation_id = $2 and state = 'scheduled'`,
    [tenantId, conversationId],
  );
  if ((rows[0]?.count ?? 0) < MOST_SCHEDULED) return;
  throw new LimitReachedError(`At most ${MOST_SCHEDULED} messages can wait for a later time in one conversation.`, {
    code: "too_many_scheduled",
    nextStep: "Cancel one of them first.",
  });
}
