import { and, eq, inArray } from "drizzle-orm";
import type * as z from "zod";
import { type routingDecisions, skills } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { namesOf } from "@/lib/conversations";
import type { RoutingDecision } from "@/lib/routing/schemas";

type Row = typeof routingDecisions.$inferSelect;
type Shown = z.input<typeof RoutingDecision>;

/** Decisions as they are shown: in names, by what those are called now. A skill that is no more is left out. */
export async function withNames(tx: Transaction, { tenantId }: Pick<Actor, "tenantId">, rows: Row[]): Promise<Shown[]> {
  const names = await namesOf(tx, tenantId, rows.flatMap(mentionsOf));
  const skillNames = await skillNamesOf(tx, tenantId, [...new Set(rows.flatMap(({ facts }) => facts.skillIds))]);
  return rows.map(({ id, at, departmentId, memberId, facts: { hand, skillIds, candidates, ...facts } }) => ({
    ...facts,
    id,
    at: at.toISOString(),
    department: names.department(departmentId),
    member: names.member(memberId),
    hand: hand
      ? {
          actor: names.actor(hand.actor),
          from: { member: names.member(hand.fromMemberId), department: names.department(hand.fromDepartmentId) },
          through: hand.through,
        }
      : null,
    skills: skillIds.flatMap((skillId) => {
      const name = skillNames.get(skillId);
      return name === undefined ? [] : [{ id: skillId, name }];
    }),
    candidates: candidates.flatMap(({ memberId: candidateId, ...rest }) => {
      const member = names.member(candidateId);
      return member ? [{ member, ...rest }] : [];
    }),
  }));
}

function mentionsOf({ memberId, departmentId, facts: { candidates, hand } }: Row) {
  const mention = (member_id: string | null, department_id: string | null = null, actor = "") => ({
    ...{ actor, member_id, department_id },
  });
  return [
    mention(memberId, departmentId),
    ...candidates.map((candidate) => mention(candidate.memberId)),
    ...(hand ? [mention(hand.fromMemberId, hand.fromDepartmentId, hand.actor)] : []),
  ];
}

async function skillNamesOf(tx: Transaction, tenantId: string, skillIds: string[]): Promise<Map<string, string>> {
  if (skillIds.length === 0) return new Map();
  const rows = await tx
    .select({ id: skills.id, name: skills.name })
    .from(skills)
    .where(and(eq(skills.tenantId, tenantId), inArray(skills.id, skillIds)));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
