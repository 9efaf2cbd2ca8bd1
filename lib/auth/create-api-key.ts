import type * as z from "zod";
import { apiKeys } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { recordAudit } from "@/lib/audit";
import { ForbiddenError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { newApiKey } from "./api-key";
import { authorize } from "./authorize";
import type { CreateApiKey } from "./schemas";
import type { Actor } from "./types";

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
  const createdByMemberId = actor.kind === "member" ? actor.id : null;
  const createdAt = new Date();
  await withTenant(actor, async (tx) => {
    const { tenantId } = actor;
    await tx
      .insert(apiKeys)
      .values({ tenantId, id, name, hash, ending, role, scopes: scopes ?? [], createdByMemberId, createdAt });
    await recordAudit(tx, actor, { action: "apiKey.created", target: `apiKey:${id}`, details: { role, scopes } });
  });
  const createdBy = createdByMemberId ? actor.name : null;
  const apiKey = { id, name, ending, role, scopes, createdBy, createdAt: createdAt.toISOString(), lastUsedAt: null };
  return { apiKey, key };
}
