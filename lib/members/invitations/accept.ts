import { and, eq, sql } from "drizzle-orm";
import type * as z from "zod";
import { departmentMembers, members, tenants, tokens, users } from "@/db/schema";
import { withSystem } from "@/db/system";
import type { Transaction } from "@/db/transaction";
import { recordAudit } from "@/lib/audit";
import {
  checkNewPassword,
  getUserByEmailOrNull,
  hashOfSecret,
  hashPassword,
  inetOf,
  proveAccount,
  type Requester,
  type Role,
  refuseUnlessOpen,
  visibilityOf,
} from "@/lib/auth";
import { undoSecondsAtFirst } from "@/lib/auth/types";
import { ConflictError, InvalidError } from "@/lib/errors";
import { recordEvent } from "@/lib/events";
import { newId } from "@/lib/ids";
import { languages } from "@/lib/languages";
import { consume } from "@/lib/limits";
import type { AcceptInvitation } from "@/lib/members/schemas";
import { inviterMay } from "./inviter-may";
import { Grant, isOpenInvitation } from "./open-invitations";

export type OpenInvitation = { workspace: string; email: string; role: Role };

const byToken = (token: string) => and(isOpenInvitation(), eq(tokens.hash, hashOfSecret(token)));

/**
 * What a link leads to; null when it was used, withdrawn, has expired or never was. Not whether the address has an
 * account: without mail the link was in the hands of the inviter first.
 */
export async function readInvitation(token: string): Promise<OpenInvitation | null> {
  return withSystem(async (tx) => {
    const [row] = await tx
      .select({ tenantId: tenants.id, email: tokens.email, invitation: tokens.invitation, workspace: tenants.name })
      .from(tokens)
      .innerJoin(tenants, eq(tenants.id, tokens.tenantId))
      .where(byToken(token));
    if (!row) return null;
    const grant = Grant.parse(row.invitation);
    return (await inviterMay(tx, row, grant)) ? { workspace: row.workspace, email: row.email, role: grant.role } : null;
  });
}

type Person = { userId: string; name: string; locale: string; passwordHash: string | null };

/**
 * Joins a workspace by a one-time link. Who has an account proves it with its password, anybody else makes one.
 * @throws {InvalidError} `link_spent`, or a password that is too weak; the link then still works
 */
export async function acceptInvitation(
  { token, name, password }: z.output<typeof AcceptInvitation>,
  from: Requester,
): Promise<{ slug: string; email: string }> {
  await consume("linkAddress", from.address);
  const invitation = await readInvitation(token);
  if (!invitation) throw spentLink();
  const { email } = invitation;
  const person = await personFor({ email, name, password }, from);
  return withSystem(async (tx) => {
    const [used] = await tx
      .update(tokens)
      .set({ usedAt: new Date() })
      .where(byToken(token))
      .returning({ tenantId: tokens.tenantId, grant: tokens.invitation });
    if (!used?.tenantId) throw spentLink();
    const { tenantId } = used;
    const grant = Grant.parse(used.grant);
    if (!(await inviterMay(tx, { tenantId }, grant))) throw spentLink();
    const { role, departmentIds } = grant;
    const [tenant] = await tx.select().from(tenants).where(eq(tenants.id, tenantId));
    refuseUnlessOpen(tenant?.status ?? null);
    const memberId = await join(tx, { tenantId, role, departmentIds, email, person });
    const actor = { tenantId, kind: "member", id: memberId } as const;
    await recordEvent(tx, actor, { type: "member.joined", memberId, payload: { role } });
    const details = { role, departmentIds };
    await recordAudit(tx, actor, {
      action: "invitation.accepted",
      target: `member:${memberId}`,
      details,
      ip: inetOf(from),
    });
    return { slug: tenant?.slug ?? "", email };
  });
}

async function personFor(
  { email, name, password }: { email: string; name?: string; password: string },
  from: Requester,
): Promise<Person> {
  const known = await getUserByEmailOrNull(email);
  if (known) {
    const userId = await proveAccount({ email, password }, from);
    return { userId, name: known.name, locale: known.locale, passwordHash: null };
  }
  if (!name) {
    const message = "Without an account here, say what your colleagues call you.";
    throw new InvalidError(message, { code: "invalid_input", fields: [{ path: "name", message }] });
  }
  checkNewPassword(password, { email, name });
  return { userId: newId(), name, locale: from.language ?? languages[0], passwordHash: await hashPassword(password) };
}

/**
 * A member who had left comes back as the same one, so that their history stays theirs, with what the invitation grants
 * and nothing of before.
 */
async function join(
  tx: Transaction,
  wanted: { tenantId: string; role: Role; departmentIds: string[]; email: string; person: Person },
): Promise<string> {
  const { tenantId, role, departmentIds, email, person } = wanted;
  const { userId, name, locale, passwordHash } = person;
  if (passwordHash) await tx.insert(users).values({ id: userId, email, name, locale, passwordHash });
  const visibility = visibilityOf(role);
  const [member] = await tx
    .insert(members)
    .values({ tenantId, id: newId(), userId, role, visibility, name, email, undoSeconds: undoSecondsAtFirst })
    .onConflictDoUpdate({
      target: [members.tenantId, members.userId],
      set: { role, visibility, status: "active", name },
      setWhere: eq(members.status, "deactivated"),
    })
    .returning({ id: members.id });
  if (!member) throw new ConflictError("You are a member of this workspace already.", { code: "already_member" });
  await tx
    .delete(departmentMembers)
    .where(and(eq(departmentMembers.tenantId, tenantId), eq(departmentMembers.memberId, member.id)));
  // Departments may have gone since the invitation.
  await tx.execute(sql`
    insert into department_members (tenant_id, department_id, member_id)
    select tenant_id, id, ${member.id} from departments
    where tenant_id = ${tenantId} and id = any(${sql.param(departmentIds)}::uuid[])`);
  return member.id;
}

function spentLink(): InvalidError {
  return new InvalidError("This invitation was used, withdrawn or has expired.", {
    code: "link_spent",
    nextStep: "Ask for a new one.",
  });
}
