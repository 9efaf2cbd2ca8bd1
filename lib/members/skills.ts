import { and, eq, inArray } from "drizzle-orm";
import { memberSkills, skills } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { NotFoundError } from "@/lib/errors";

/** @throws {NotFoundError} when one of them is not of this workspace */
export async function refuseUnknownSkills(
  tx: Transaction,
  { tenantId }: Pick<Actor, "tenantId">,
  skillIds: string[],
): Promise<string[]> {
  const wanted = [...new Set(skillIds)];
  if (wanted.length === 0) return wanted;
  const known = await tx
    .select({ id: skills.id })
    .from(skills)
    .where(and(eq(skills.tenantId, tenantId), inArray(skills.id, wanted)));
  if (known.length !== wanted.length) throw new NotFoundError("skill");
  return wanted;
}

/** Makes what somebody can do exactly this. */
export async function replaceMemberSkills(
  tx: Transaction,
  actor: Pick<Actor, "tenantId">,
  memberId: string,
  skillIds: string[],
): Promise<void> {
  const { tenantId } = actor;
  const wanted = await refuseUnknownSkills(tx, actor, skillIds);
  await tx.delete(memberSkills).where(and(eq(memberSkills.tenantId, tenantId), eq(memberSkills.memberId, memberId)));
  if (wanted.length > 0) {
    await tx.insert(memberSkills).values(wanted.map((skillId) => ({ tenantId, memberId, skillId })));
  }
}
