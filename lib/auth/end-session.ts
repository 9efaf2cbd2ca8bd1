import { and, eq, isNull, ne } from "drizzle-orm";
import { members, sessions } from "@/db/schema";
import { withSystem } from "@/db/system";
import type { Transaction } from "@/db/transaction";
import { membershipsOf } from "./memberships";
import type { Actor } from "./types";

/** Ends one session: its own sign-out. */
export async function endSession(sessionId: string): Promise<void> {
  await withSystem((tx) => end(tx, eq(sessions.id, sessionId)));
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
  { tenantId }: Pick<Actor, "tenantId">,
  memberId: string,
): Promise<void> {
  const [member] = await withSystem((tx) =>
    tx
      .select({ userId: members.userId })
      .from(members)
      .where(and(eq(members.tenantId, tenantId), eq(members.id, memberId))),
  );
  if (!member || (await membershipsOf(member.userId)).length > 0) return;
  await withSystem((tx) => endSessionsOf(tx, member.userId));
}

async function end(tx: Transaction, which: ReturnType<typeof and>): Promise<void> {
  await tx
    .update(sessions)
    .set({ revokedAt: new Date() })
    .where(and(which, isNull(sessions.revokedAt)));
}
