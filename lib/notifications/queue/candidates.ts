import { and, eq, gt, isNull, or, sql } from "drizzle-orm";
import { departmentMembers, members, pushSubscriptions, sessions } from "@/db/schema";
import { withSystem } from "@/db/system";
import type { Actor } from "@/lib/auth";

export type Candidate = { subscriptionId: string; sealed: Buffer; workspace: string; actor: Actor };

const departmentIds = sql<string[]>`array(
  select ${departmentMembers.departmentId}::text from ${departmentMembers}
  where ${departmentMembers.tenantId} = ${members.tenantId} and ${departmentMembers.memberId} = ${members.id})`;

/** The browsers of a tenant that can be told now: their sign-in holds, and so does the membership. */
export async function findCandidates(tenantId: string, now: Date): Promise<Candidate[]> {
  const rows = await withSystem((tx) =>
    tx
      .select({
        subscriptionId: pushSubscriptions.id,
        sealed: pushSubscriptions.sealed,
        sessionId: pushSubscriptions.sessionId,
        id: members.id,
        name: members.name,
        role: members.role,
        visibility: members.visibility,
        workspace: sql<string>`(select slug from tenants t where t.id = ${members.tenantId} and t.status = 'active')`,
        departmentIds,
      })
      .from(pushSubscriptions)
      .innerJoin(
        members,
        and(eq(members.tenantId, pushSubscriptions.tenantId), eq(members.id, pushSubscriptions.memberId)),
      )
      .innerJoin(sessions, eq(sessions.id, pushSubscriptions.sessionId))
      .where(
        and(
          eq(pushSubscriptions.tenantId, tenantId),
          eq(members.status, "active"),
          isNull(sessions.revokedAt),
          gt(sessions.expiresAt, now),
          or(isNull(pushSubscriptions.restsUntil), sql`${pushSubscriptions.restsUntil} <= ${now.toISOString()}`),
        ),
      ),
  );
  return rows
    .filter(({ workspace }) => workspace !== null)
    .map(({ subscriptionId, sealed, workspace, ...member }) => ({
      subscriptionId,
      sealed,
      workspace,
      actor: { tenantId, kind: "member", scopes: null, ...member },
    }));
}
