import { and, eq, isNull } from "drizzle-orm";
import { apiKeys } from "@/db/schema";
import { withSystem } from "@/db/system";
import { recordAudit } from "@/lib/audit";
import { NotFoundError } from "@/lib/errors";
import { authorize } from "./authorize";
import type { Actor } from "./types";
import { withdrawInvitations } from "./withdraw-power";

/** Effective with the next request; the invitations that the key made and nobody accepted end with it. A key of an owner is revoked by owners only. */
export async function revokeApiKey(actor: Actor, { keyId }: { keyId: string }): Promise<Record<string, never>> {
  authorize(actor, "apiKeys.manage");
  const own = and(eq(apiKeys.tenantId, actor.tenantId), eq(apiKeys.id, keyId), isNull(apiKeys.revokedAt));
  await withSystem(async (tx) => {
    const [key] = await tx.select({ role: apiKeys.role }).from(apiKeys).where(own);
    if (!key) throw new NotFoundError("API key");
    if (key.role === "owner") authorize(actor, "members.manageOwners");
    const revoked = await tx.update(apiKeys).set({ revokedAt: new Date() }).where(own).returning({ id: apiKeys.id });
    if (revoked.length === 0) throw new NotFoundError("API key");
    const withdrawnInvitations = await withdrawInvitations(tx, actor, { by: [`api_key:${keyId}`] });
    const details = { withdrawnInvitations };
    await recordAudit(tx, actor, { action: "apiKey.revoked", target: `apiKey:${keyId}`, details });
  });
  return {};
}
