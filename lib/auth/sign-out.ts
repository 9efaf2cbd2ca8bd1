import { and, eq, isNull } from "drizzle-orm";
import { sessions } from "@/db/schema";
import { withSystem } from "@/db/system";
import { NotFoundError } from "@/lib/errors";
import { endSessionsOf } from "./end-session";
import { auditAccount } from "./memberships";
import type { Actor } from "./types";
import { userOf } from "./user-of";

export async function revokeSession(
  actor: Actor,
  { sessionId }: { sessionId: string },
): Promise<Record<string, never>> {
  const user = await userOf(actor);
  const own = and(eq(sessions.id, sessionId), eq(sessions.userId, user.id), isNull(sessions.revokedAt));
  const ended = await withSystem((tx) =>
    tx.update(sessions).set({ revokedAt: new Date() }).where(own).returning({ id: sessions.id }),
  );
  if (ended.length === 0) throw new NotFoundError("session");
  return {};
}

export async function signOutEverywhere(actor: Actor): Promise<Record<string, never>> {
  const user = await userOf(actor);
  await withSystem((tx) => endSessionsOf(tx, user.id));
  await auditAccount(user.id, { action: "session.endedEverywhere" });
  return {};
}
