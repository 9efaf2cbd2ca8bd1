import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import { departmentMembers, members } from "@/db/schema";
import { withSystem } from "@/db/system";
import type { Transaction } from "@/db/transaction";
import { recordAudit } from "@/lib/audit";
import {
  type Actor,
  authorize,
  authorizeGrant,
  endSessionsWithoutWorkspace,
  visibilityOf,
  type Withdrawn,
  withdrawPower,
} from "@/lib/auth";
import { ConflictError } from "@/lib/errors";
import { recordEvent } from "@/lib/events";
import { findMember } from "./find-member";
import { refuseUnknownDepartments } from "./invitations/known-departments";
import { releaseConversations } from "./release-conversations";
import type { EditMember, Member } from "./schemas";
import { replaceMemberSkills } from "./skills";

type Shown = z.input<typeof Member>;
type Input = z.output<typeof EditMember.input>;

/**
 * Changes a member; effective with their next request, since each asks the database. With a lower role, or without
 * one, the keys and invitations go that they could no longer make.
 * @throws {ForbiddenError} an owner is touched, or made, by somebody who is none
 * @throws {ConflictError} `last_owner`: the workspace would be left without one
 */
export async function editMember(actor: Actor, input: Input): Promise<Shown> {
  authorize(actor, "members.manage");
  const { memberId, departmentIds, skillIds } = input;
  return withSystem(async (tx) => {
    await lockOwners(tx, actor);
    const found = await findMember(tx, actor, memberId);
    if (found.role === "owner" || input.role === "owner") authorize(actor, "members.manageOwners");
    const wanted = changesOf(found, input);
    const isGiven = wanted.role !== found.role || (wanted.status === "active" && found.status !== "active");
    if (isGiven) authorizeGrant(actor, wanted.role);
    if (found.role === "owner" && (wanted.role !== "owner" || wanted.status !== "active")) {
      await refuseForLastOwner(tx, actor, memberId);
    }
    await tx
      .update(members)
      .set(wanted)
      .where(and(eq(members.tenantId, actor.tenantId), eq(members.id, memberId)));
    if (departmentIds) await replaceDepartments(tx, actor, memberId, departmentIds);
    if (skillIds) await replaceMemberSkills(tx, actor, memberId, skillIds);
    if (wanted.status !== "active") await releaseConversations(tx, actor, memberId);
    const withdrawn = await withdrawUnheld(tx, actor, memberId, wanted);
    const changed = await findMember(tx, actor, memberId);
    const { role, visibility, status } = changed;
    const { departmentIds: after, capacity, languages } = changed;
    const payload = { role, visibility, status, departmentIds: after, capacity, languages, skillIds: changed.skillIds };
    await recordEvent(tx, actor, { type: "member.changed", memberId, payload });
    const { role: oldRole, visibility: oldVisibility, status: oldStatus } = found;
    await recordAudit(tx, actor, {
      action: "member.changed",
      target: `member:${memberId}`,
      details: {
        before: { role: oldRole, visibility: oldVisibility, status: oldStatus, departmentIds: found.departmentIds },
        after: payload,
        ...withdrawn,
      },
    });
    return changed;
  });
}

type Standing = Pick<Shown, "role" | "status">;

async function withdrawUnheld(
  tx: Transaction,
  actor: Actor,
  memberId: string,
  { role, status }: Standing,
): Promise<Withdrawn> {
  if (status === "active") return withdrawPower(tx, actor, memberId, role);
  await endSessionsWithoutWorkspace(tx, actor, memberId);
  return withdrawPower(tx, actor, memberId, null);
}

/** A new role brings what it usually sees, unless that is said as well. */
function changesOf(found: Shown, { role, visibility, status, capacity, languages }: Input) {
  const isNewRole = role !== undefined && role !== found.role;
  return {
    role: role ?? found.role,
    visibility: visibility ?? (isNewRole ? visibilityOf(role) : found.visibility),
    status: status ?? found.status,
    capacity: capacity === undefined ? found.capacity : capacity,
    languages: languages ? [...new Set(languages)] : found.languages,
  };
}

const owners = (actor: Actor) =>
  and(eq(members.tenantId, actor.tenantId), eq(members.role, "owner"), eq(members.status, "active"));

/** Two owners who remove each other at once must not both succeed. */
async function lockOwners(tx: Transaction, actor: Actor): Promise<void> {
  await tx.select({ id: members.id }).from(members).where(owners(actor)).orderBy(members.id).for("update");
}

async function refuseForLastOwner(tx: Transaction, actor: Actor, memberId: string): Promise<void> {
  const left = await tx.select({ id: members.id }).from(members).where(owners(actor));
  if (left.some(({ id }) => id !== memberId)) return;
  throw new ConflictError("A workspace keeps at least one owner.", {
    code: "last_owner",
    nextStep: "Make somebody else an owner first.",
  });
}

async function replaceDepartments(tx: Transaction, actor: Actor, memberId: string, wanted: string[]): Promise<void> {
  const { tenantId } = actor;
  const ids = [...new Set(wanted)];
  await tx
    .delete(departmentMembers)
    .where(and(eq(departmentMembers.tenantId, tenantId), eq(departmentMembers.memberId, memberId)));
  if (ids.length === 0) return;
  await refuseUnknownDepartments(tx, actor, ids);
  await tx.insert(departmentMembers).values(ids.map((departmentId) => ({ tenantId, departmentId, memberId })));
}
