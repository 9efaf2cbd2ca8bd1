import { and, eq } from "drizzle-orm";
import { tokens } from "@/db/schema";
import { withSystem } from "@/db/system";
import { recordAudit } from "@/lib/audit";
import { type Actor, authorize } from "@/lib/auth";
import { NotFoundError } from "@/lib/errors";
import { Grant, isOpenInvitation } from "./open-invitations";

/** Its link stops working at once. An invitation of an owner is withdrawn by owners only. */
export async function revokeInvitation(
  actor: Actor,
  { invitationId }: { invitationId: string },
): Promise<Record<string, never>> {
  authorize(actor, "members.manage");
  await withSystem(async (tx) => {
    const own = and(isOpenInvitation(), eq(tokens.tenantId, actor.tenantId), eq(tokens.id, invitationId));
    const [gone] = await tx.delete(tokens).where(own).returning({ grant: tokens.invitation });
    if (!gone) throw new NotFoundError("invitation");
    if (Grant.parse(gone.grant).role === "owner") authorize(actor, "members.manageOwners");
    await recordAudit(tx, actor, { action: "invitation.revoked", target: `invitation:${invitationId}` });
  });
  return {};
}
