import { and, asc, eq } from "drizzle-orm";
import { members, tenants } from "@/db/schema";
import { withSystem } from "@/db/system";
import { withTenant } from "@/db/tenant";
import { type AuditEntry, recordAudit } from "@/lib/audit";
import type { Role } from "./types";

export type Membership = {
  tenantId: string;
  memberId: string;
  slug: string;
  name: string;
  role: Role;
  status: "active" | "suspended" | "closed";
};

/** The workspaces in which somebody is an active member, by name; the workspace itself may be suspended or closed. */
export async function membershipsOf(userId: string): Promise<Membership[]> {
  return withSystem((tx) =>
    tx
      .select({
        tenantId: tenants.id,
        memberId: members.id,
        slug: tenants.slug,
        name: tenants.name,
        role: members.role,
        status: tenants.status,
      })
      .from(members)
      .innerJoin(tenants, eq(tenants.id, members.tenantId))
      .where(and(eq(members.userId, userId), eq(members.status, "active")))
      .orderBy(asc(tenants.name), asc(tenants.id)),
  );
}

/** An act on the account concerns every workspace that it opens. */
export async function auditAccount(userId: string, entry: AuditEntry): Promise<void> {
  for (const { tenantId, memberId } of await membershipsOf(userId)) {
    const actor = { tenantId, kind: "member", id: memberId } as const;
    await withTenant(actor, (tx) => recordAudit(tx, actor, entry));
  }
}
