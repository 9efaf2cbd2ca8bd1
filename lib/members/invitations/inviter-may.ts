import { and, eq, isNull } from "drizzle-orm";
import type * as z from "zod";
import { apiKeys, members } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import { type Actor, mayGrant, type Permission } from "@/lib/auth";
import { isUuid } from "@/lib/ids";
import type { Grant } from "./open-invitations";

/** Whether who invited is still there and may still give this role: asked when somebody wants to join by it. */
export async function inviterMay(
  tx: Transaction,
  { tenantId }: Pick<Actor, "tenantId">,
  { invitedBy, role }: z.output<typeof Grant>,
): Promise<boolean> {
  const [kind, id] = invitedBy.split(":");
  if (kind === "system") return true;
  if (!isUuid(id)) return false;
  const inviter = kind === "member" ? await activeMember(tx, tenantId, id) : await validKey(tx, tenantId, id);
  return inviter !== null && mayGrant(inviter, role);
}

type Inviter = Pick<Actor, "role" | "scopes">;

async function activeMember(tx: Transaction, tenantId: string, id: string): Promise<Inviter | null> {
  const [member] = await tx
    .select({ role: members.role })
    .from(members)
    .where(and(eq(members.tenantId, tenantId), eq(members.id, id), eq(members.status, "active")));
  return member ? { role: member.role, scopes: null } : null;
}

async function validKey(tx: Transaction, tenantId: string, id: string): Promise<Inviter | null> {
  const [key] = await tx
    .select({ role: apiKeys.role, scopes: apiKeys.scopes })
    .from(apiKeys)
    .where(and(eq(apiKeys.tenantId, tenantId), eq(apiKeys.id, id), isNull(apiKeys.revokedAt)));
  return key ? { role: key.role, scopes: key.scopes.length > 0 ? (key.scopes as Permission[]) : null } : null;
}
