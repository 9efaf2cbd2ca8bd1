import { and, eq, isNull } from "drizzle-orm";
import type * as z from "zod";
import { apiKeys, members } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { recordAudit } from "@/lib/audit";
import { ForbiddenError, UnauthenticatedError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { newApiKey } from "./api-key";
import { authorize } from "./authorize";
import { rolesAbove } from "./grant";
import type { CreateApiKey } from "./schemas";
import type { Actor, Role } from "./types";

/** Makes a key that may do no more than its maker. The key is in the answer and nowhere else. */
export async function createApiKey(
  actor: Actor,
  { name, role, scopes }: z.output<typeof CreateApiKey.input>,
): Promise<z.input<typeof CreateApiKey.output>> {
  authorize(actor, "apiKeys.manage");
  if (role === "owner") authorize(actor, "members.manageOwners");
  const beyond = actor.scopes !== null && (scopes === null || scopes.some((scope) => !actor.scopes?.includes(scope)));
  if (beyond) {
    throw new ForbiddenError("A key can make only keys with the same scopes or fewer.", { code: "scopes_too_wide" });
  }
  const id = newId();
  const { key, hash, ending } = newApiKey(actor.tenantId);
  const createdAt = new Date();
  const createdBy = await withTenant(actor, async (tx) => {
    const { tenantId } = actor;
    const holder = await holderOf(tx, actor);
    if (holder && rolesAbove(holder.role).includes(role)) {
      throw new ForbiddenError("A key cannot stand above the member it belongs to.", { code: "role_too_high" });
    }
    const createdByMemberId = holder?.id ?? null;
    await tx
      .insert(apiKeys)
      .values({ tenantId, id, name, hash, ending, role, scopes: scopes ?? [], createdByMemberId, createdAt });
    await recordAudit(tx, actor, { action: "apiKey.created", target: `apiKey:${id}`, details: { role, scopes } });
    return holder?.name ?? null;
  });
  const apiKey = { id, name, ending, role, scopes, createdBy, createdAt: createdAt.toISOString(), lastUsedAt: null };
  return { apiKey, key };
}

type Holder = { id: string; name: string; role: Role };

/**
 * The member with whom a new key ends: its maker, or whoever the key that makes it belongs to; null for the operator's.
 * Locked, so that whoever is being deactivated makes none that is missed.
 */
async function holderOf(tx: Transaction, { tenantId, kind, id }: Actor): Promise<Holder | null> {
  if (kind === "system") return null;
  const memberId = kind === "member" ? id : await holderOfKey(tx, tenantId, id);
  if (memberId === null) return null;
  const [holder] = await tx
    .select({ id: members.id, name: members.name, role: members.role })
    .from(members)
    .where(and(eq(members.tenantId, tenantId), eq(members.id, memberId), eq(members.status, "active")))
    .for("share");
  if (!holder)
    throw new ForbiddenError("You are no longer a member of this workspace.", { code: "member_deactivated" });
  return holder;
}

async function holderOfKey(tx: Transaction, tenantId: string, keyId: string): Promise<string | null> {
  const [key] = await tx
    .select({ memberId: apiKeys.createdByMemberId })
    .from(apiKeys)
    .where(and(eq(apiKeys.tenantId, tenantId), eq(apiKeys.id, keyId), isNull(apiKeys.revokedAt)));
  if (!key) throw new UnauthenticatedError("This API key was revoked.", { code: "api_key_revoked" });
  return key.memberId;
}
