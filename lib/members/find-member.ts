import { and, asc, eq, gt, or, sql } from "drizzle-orm";
import type * as z from "zod";
import { members } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { NotFoundError } from "@/lib/errors";
import type { Member } from "./schemas";

type Shown = z.input<typeof Member>;

/** A member as the API shows them. @throws {NotFoundError} also for another tenant's */
export async function findMember(tx: Transaction, actor: Pick<Actor, "tenantId">, memberId: string): Promise<Shown> {
  const [row] = await selectMembers(tx).where(and(eq(members.tenantId, actor.tenantId), eq(members.id, memberId)));
  if (!row) throw new NotFoundError("member");
  return row;
}

/** By name, from after the one named. */
export async function pageOfMembers(
  tx: Transaction,
  actor: Pick<Actor, "tenantId">,
  { after, limit }: { after: [name: string, id: string] | undefined; limit: number },
): Promise<Shown[]> {
  const [name = "", id = ""] = after ?? [];
  const later = after && or(gt(members.name, name), and(eq(members.name, name), gt(members.id, id)));
  return selectMembers(tx)
    .where(and(eq(members.tenantId, actor.tenantId), later))
    .orderBy(asc(members.name), asc(members.id))
    .limit(limit);
}

// By alias: in a select of one table Drizzle writes its columns without the table's name.
const departmentIds = sql<string[]>`array(
  select d.department_id::text from department_members d
  where d.tenant_id = members.tenant_id and d.member_id = members.id order by 1)`;
const skillIds = sql<string[]>`array(
  select s.skill_id::text from member_skills s
  where s.tenant_id = members.tenant_id and s.member_id = members.id order by 1)`;
const presentState = sql<Shown["availability"]>`coalesce((
  select a.state from availability a
  where a.tenant_id = members.tenant_id and a.member_id = members.id and a.until is null), 'offline')`;

const presentReason = sql<string | null>`(
  select a.reason from availability a
  where a.tenant_id = members.tenant_id and a.member_id = members.id and a.until is null)`;

function selectMembers(tx: Transaction) {
  return tx
    .select({
      id: members.id,
      name: members.name,
      email: members.email,
      role: members.role,
      visibility: members.visibility,
      status: members.status,
      availability: presentState,
      availabilityReason: presentReason,
      departmentIds,
      capacity: members.capacity,
      languages: members.languages,
      skillIds,
    })
    .from(members)
    .$dynamic();
}
