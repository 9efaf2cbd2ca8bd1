import { and, eq, isNull } from "drizzle-orm";
import { apiKeys } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { recordAudit } from "@/lib/audit";
import { NotFoundError } from "@/lib/errors";
import { authorize } from "./authorize";
import type { Actor } from "./types";

/** Effective with the next request. A key of an owner is revoked by owners only. */
export async function revokeApiKey(actor: Actor, { keyId }: { keyId: string }): Promise<Record<string, never>> {
  authorize(actor, "apiKeys.manage");
  const own = and(eq(apiKeys.tenantId, actor.tenantId), eq(apiKeys.id, keyId), isNull(apiKeys.revokedAt));
  await withTenant(actor, async (tx) => {
    const [key] = await tx.select({ role: apiKeys.role }).from(apiKeys).where(own);
    if (!key) throw new NotFoundError("API key");
    if (key.role === "owner") authorize(actor, "members.manageOwners");
    const revoked = await tx.update(apiKeys).set({ revokedAt: new Date() }).where(own).returning({ id: apiKeys.id });
    if (revoked.length === 0) throw new NotFoundError("API key");
    await recordAudit(tx, actor, { action: "apiKey.revoked", target: `apiKey:${keyId}` });
  });
  return {};
}
