import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import { members, tokens } from "@/db/schema";
import { withSystem } from "@/db/system";
import { withTenant } from "@/db/tenant";
import { recordAudit } from "@/lib/audit";
import { type Actor, authorizeGrant, Email, newLinkToken, userOf } from "@/lib/auth";
import { ConflictError, InvalidError, UnavailableError } from "@/lib/errors";
import { recordEvent } from "@/lib/events";
import { newId } from "@/lib/ids";
import { languages } from "@/lib/languages";
import { consume } from "@/lib/limits";
import { linkTo, mailIsSetUp, mailWords, sendMail } from "@/lib/mail";
import type { InviteMember } from "@/lib/members/schemas";
import { nameOfWorkspace } from "@/lib/tenants";
import { DAY } from "@/lib/time";
import { refuseUnknownDepartments } from "./known-departments";
import { isOpenInvitation } from "./open-invitations";
import { revokeInvitation } from "./revoke";

const VALID_MS = 7 * DAY;

type Input = z.output<typeof InviteMember.input>;
type Answer = z.input<typeof InviteMember.output>;

/**
 * Mails a link by which somebody joins. Where mail is set up nobody else sees it: following it proves that the address
 * is theirs. Where it is not, the link is in the answer.
 * @throws {ConflictError} `already_member`
 * @throws {UnavailableError} `mail_not_sent`; then nobody is invited
 */
export async function inviteMember(actor: Actor, input: Input): Promise<Answer> {
  const { invitation, link } = await createInvitation(actor, input);
  if (!mailIsSetUp()) return { invitation, link };
  if (await mailInvitation(actor, invitation.email, link)) return { invitation, link: null };
  await revokeInvitation(actor, { invitationId: invitation.id });
  throw new UnavailableError("The invitation could not be mailed, so it was withdrawn.", {
    code: "mail_not_sent",
    nextStep: "Check the address and invite again. If it goes on, ask the operator to look at the mail settings.",
  });
}

/** The link itself, for the operator to pass on. An earlier one for the same address ends. */
export async function createInvitation(
  actor: Actor,
  { email: typed, role, departmentIds }: Input,
): Promise<{ invitation: Answer["invitation"]; link: string }> {
  authorizeGrant(actor, role);
  const email = Email.safeParse(typed).data;
  if (!email) throw new InvalidError("This is not an e-mail address.", { fields: [{ path: "email", message: typed }] });
  await consume("inviteTenant", actor.tenantId);
  await consume("inviteRecipient", email);
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
  return { invitation: { id, email, role, expiresAt: expiresAt.toISOString() }, link };
}

async function mailInvitation(actor: Actor, email: string, link: string): Promise<boolean> {
  const { name: workspace } = await nameOfWorkspace(actor);
  // What the invited person speaks is not known; who invites them speaks it, as a rule.
  const locale = actor.kind === "member" ? (await userOf(actor)).locale : languages[0];
  return sendMail({ to: email, ...mailWords(locale, "invitation", { inviter: actor.name, workspace, link }) });
}
