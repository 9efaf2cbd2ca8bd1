import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { apiKeys, tokens } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import { mayGrant, rolesAbove } from "./grant";
import { type Actor, type Role, roles } from "./types";

export type Withdrawn = { revokedKeys: string[]; withdrawnInvitations: string[] };

/**
 * What a member has handed out does not outlive their own right to it: revokes their keys above the role that they now
 * have and withdraws the invitations that they may no longer grant. `role` is null for a member who leaves, and then all
 * of them go. Belongs into the transaction that changes the member.
 */
export async function withdrawPower(
  tx: Transaction,
  { tenantId }: Pick<Actor, "tenantId">,
  memberId: string,
  role: Role | null,
): Promise<Withdrawn> {
  const theirs = and(eq(apiKeys.tenantId, tenantId), eq(apiKeys.createdByMemberId, memberId));
  const tooHigh = role ? inArray(apiKeys.role, rolesAbove(role)) : undefined;
  const revoked = await tx
    .update(apiKeys)
    .set({ revokedAt: new Date() })
    .where(and(theirs, tooHigh, isNull(apiKeys.revokedAt)))
    .returning({ id: apiKeys.id });
  const revokedKeys = revoked.map(({ id }) => id);
  const ungrantable = roles.filter((each) => role === null || !mayGrant({ role, scopes: null }, each));
  const byKeys = await withdrawInvitations(tx, { tenantId }, { by: revokedKeys.map((id) => `api_key:${id}`) });
  const byMember = await withdrawInvitations(tx, { tenantId }, { by: [`member:${memberId}`], of: ungrantable });
  return { revokedKeys, withdrawnInvitations: [...byKeys, ...byMember] };
}

/** Withdraws what was not accepted yet; answers with the ids. `by` are inviters as an invitation names them. */
export async function withdrawInvitations(
  tx: Transaction,
  { tenantId }: Pick<Actor, "tenantId">,
  { by, of = roles }: { by: string[]; of?: readonly Role[] },
): Promise<string[]> {
  const gone = await tx
    .delete(tokens)
    .where(
      and(
        eq(tokens.kind, "invitation"),
        eq(tokens.tenantId, tenantId),
        isNull(tokens.usedAt),
        inArray(sql`${tokens.invitation} ->> 'invitedBy'`, by),
        inArray(sql`${tokens.invitation} ->> 'role'`, [...of]),
      ),
    )
    .returning({ id: tokens.id });
  return gone.map(({ id }) => id);
}
