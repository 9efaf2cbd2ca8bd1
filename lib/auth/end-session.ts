import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { sessions } from "@/db/schema";
import { withSystem } from "@/db/system";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "./types";

/** Ends one session: its own sign-out. */
export async function endSession(sessionId: string): Promise<void> {
  await withSystem((tx) => endSessionWithin(tx, sessionId));
}

export async function endSessionWithin(tx: Transaction, sessionId: string): Promise<void> {
  await end(tx, eq(sessions.id, sessionId));
}

/** Ends a user's sessions, at most sparing one. */
export async function endSessionsOf(tx: Transaction, userId: string, spared?: string): Promise<void> {
  await end(tx, and(eq(sessions.userId, userId), spared ? ne(sessions.id, spared) : undefined));
}

/**
 * Ends the sessions of a deactivated member who has no other workspace. With another one they stay signed in there:
 * one tenant does not sign people out of the next, and every request asks for the membership anyway.
 */
export async function endSessionsWithoutWorkspace(
  tx: Transaction,
  { tenantId }: Pick<Actor, "tenantId">,
  memberId: string,
): Promise<void> {
  await tx.execute(sql`
    update sessions s set revoked_at = now()
    from members m
    where m.tenant_id = ${tenantId} and m.id = ${memberId} and s.user_id = m.user_id and s.revoked_at is null
      and not exists (select from members other where other.user_id = m.user_id and other.status = 'active')`);
}

async function end(tx: Transaction, which: ReturnType<typeof and>): Promise<void> {
  await tx
    .update(sessions)
    .set({ revokedAt: new Date() })
    .where(and(which, isNull(sessions.revokedAt)));
}
