import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import { members, tokens } from "@/db/schema";
import { withSystem } from "@/db/system";
import { withTenant } from "@/db/tenant";
import { recordAudit } from "@/lib/audit";
import { type Actor, authorize, Email, newLinkToken } from "@/lib/auth";
import { ConflictError, InvalidError } from "@/lib/errors";
import { recordEvent } from "@/lib/events";
import { newId } from "@/lib/ids";
import { consume } from "@/lib/limits";
import { linkTo, sendMail } from "@/lib/mail";
import type { InviteMember } from "@/lib/members/schemas";
import { nameOfWorkspace } from "@/lib/tenants";
import { DAY } from "@/lib/time";
import { refuseUnknownDepartments } from "./known-departments";
import { isOpenInvitation } from "./open-invitations";

const VALID_MS = 7 * DAY;

/**
 * Makes a link by which somebody joins, and mails it where mail is set up. An earlier one for the same address ends.
 * @throws {ConflictError} `already_member`
 */
export async function inviteMember(
  actor: Actor,
  { email: typed, role, departmentIds }: z.output<typeof InviteMember.input>,
): Promise<z.input<typeof InviteMember.output>> {
  authorize(actor, "members.manage");
  if (role === "owner") authorize(actor, "members.manageOwners");
  const email = Email.safeParse(typed).data;
  if (!email) throw new InvalidError("This is not an e-mail address.", { fields: [{ path: "email", message: typed }] });
  await consume("inviteTenant", actor.tenantId);
  await withTenant(actor, async (tx) => {
    await refuseUnknownDepartments(tx, actor, departmentIds);
    const own = and(eq(members.tenantId, actor.tenantId), eq(members.email, email), eq(members.status, "active"));
    const known = await tx.select({ id: members.id }).from(members).where(own);
    if (known.length > 0) throw new ConflictError("This person is a member already.", { code: "already_member" });
  });
  const { token, hash } = newLinkToken();
  const id = newId();
  const expiresAt = new Date(Date.now() + VALID_MS);
  const invitedBy = `${actor.kind}:${actor.id}`;
  await withSystem(async (tx) => {
    const { tenantId } = actor;
    await tx.delete(tokens).where(and(isOpenInvitation(), eq(tokens.tenantId, tenantId), eq(tokens.email, email)));
    const invitation = { role, departmentIds, invitedBy };
    await tx.insert(tokens).values({ id, kind: "invitation", hash, email, tenantId, invitation, expiresAt });
    await recordEvent(tx, actor, { type: "member.invited", payload: { role } });
    const details = { role, departmentIds };
    await recordAudit(tx, actor, { action: "invitation.created", target: `invitation:${id}`, details });
  });
  const link = linkTo(`/invitations/${token}`);
  await mailInvitation(actor, email, link);
  return { invitation: { id, email, role, expiresAt: expiresAt.toISOString() }, link };
}

async function mailInvitation(actor: Actor, email: string, link: string): Promise<void> {
  const { name } = await nameOfWorkspace(actor);
  await sendMail({
    to: email,
    subject: `Join ${name} on Parley`,
    text: `Hello,\n\n${actor.name} invites you to the workspace ${name}. Open this link within 7 days to join:\n\n${link}\n\nIf you did not expect this, do nothing.\n`,
  });
}
