import { sql } from "drizzle-orm";
import { withSystem } from "@/db/system";
import type { Transaction } from "@/db/transaction";
import { ForbiddenError, NotFoundError, UnauthenticatedError } from "@/lib/errors";
import { isUuid } from "@/lib/ids";
import { stands } from "./session-lifetime";
import type { Actor, Role, Visibility } from "./types";

export type Session = { id: string; userId: string };

type Membership = {
  member_id: string | null;
  tenant_id: string | null;
  tenant_status: string | null;
  name: string;
  role: Role;
  visibility: Visibility;
  department_ids: string[];
};

/** The session if it still stands. Asked on every request, so that an end is effective at once. */
export async function sessionOf(sessionId: string): Promise<Session | null> {
  return withSystem((tx) => findSession(tx, sessionId));
}

/**
 * The member whom a session is in a workspace.
 * @throws {UnauthenticatedError} the session has ended
 * @throws {NotFoundError} no such workspace, or not a member of it: the same answer
 * @throws {ForbiddenError} the workspace is suspended or closed
 */
export async function actorOfSession(sessionId: string, workspaceSlug: string): Promise<Actor> {
  return withSystem(async (tx) => {
    const session = await findSession(tx, sessionId);
    if (!session) throw new UnauthenticatedError("Your session has ended.", { code: "session_ended" });
    const { rows } = await tx.execute<Membership>(sql`
      select m.id as member_id, t.id as tenant_id, t.status as tenant_status, m.name, m.role, m.visibility,
        array(select d.department_id::text from department_members d
              where d.tenant_id = m.tenant_id and d.member_id = m.id) as department_ids
      from tenants t join members m on m.tenant_id = t.id
      where t.slug = ${workspaceSlug} and m.user_id = ${session.userId} and m.status = 'active'`);
    const row = rows[0];
    if (!row?.tenant_id || !row.member_id) throw new NotFoundError("workspace");
    refuseUnlessOpen(row.tenant_status);
    return {
      tenantId: row.tenant_id,
      kind: "member",
      id: row.member_id,
      name: row.name,
      role: row.role,
      visibility: row.visibility,
      departmentIds: row.department_ids,
      scopes: null,
      sessionId: session.id,
    };
  });
}

/** @throws {ForbiddenError} saying what became of the workspace */
export function refuseUnlessOpen(tenantStatus: string | null): void {
  if (tenantStatus === "active") return;
  const closed = tenantStatus === "closed";
  throw new ForbiddenError(closed ? "This workspace is closed." : "This workspace is suspended.", {
    code: closed ? "workspace_closed" : "workspace_suspended",
    nextStep: "Ask the operator of this installation.",
  });
}

async function findSession(tx: Transaction, sessionId: string): Promise<Session | null> {
  if (!isUuid(sessionId)) return null;
  const { rows } = await tx.execute<{ user_id: string; stale: boolean }>(sql`
    select s.user_id, s.last_seen_at < now() - interval '1 minute' as stale
    from sessions s where s.id = ${sessionId} and ${stands}`);
  const row = rows[0];
  if (!row) return null;
  // To the minute: a write on every request would be the dearest part of it.
  if (row.stale) await tx.execute(sql`update sessions set last_seen_at = now() where id = ${sessionId}`);
  return { id: sessionId, userId: row.user_id };
}
