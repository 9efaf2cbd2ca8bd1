import { and, eq, inArray } from "drizzle-orm";
import type * as z from "zod";
import { departments, members, type routingDecisions, skills } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import type { RoutingDecision } from "@/lib/routing/schemas";

type Row = typeof routingDecisions.$inferSelect;
type Shown = z.input<typeof RoutingDecision>;
type Named = { id: string; name: string };

/** Decisions as they are shown: in names, by what those are called now. A skill that is no more is left out. */
export async function withNames(tx: Transaction, actor: Pick<Actor, "tenantId">, rows: Row[]): Promise<Shown[]> {
  const names = await namesOf(tx, actor, {
    members: rows.flatMap(({ memberId, facts }) => [memberId, ...facts.candidates.map((each) => each.memberId)]),
    departments: rows.map(({ departmentId }) => departmentId),
    skills: rows.flatMap(({ facts }) => facts.skillIds),
  });
  const named = (id: string | null): Named | null => (id === null ? null : { id, name: names.get(id) ?? "" });
  return rows.map(({ id, at, departmentId, memberId, facts }) => ({
    id,
    at: at.toISOString(),
    department: named(departmentId),
    member: named(memberId),
    rule: facts.rule,
    mode: facts.mode,
    waitedSeconds: facts.waitedSeconds,
    place: facts.place,
    language: facts.language,
    skills: facts.skillIds.flatMap((skillId) => (names.has(skillId) ? [named(skillId) as Named] : [])),
    candidates: facts.candidates.map(({ memberId: candidateId, ...rest }) => ({
      member: named(candidateId) as Named,
      ...rest,
    })),
  }));
}

type Wanted = Record<"members" | "departments" | "skills", (string | null)[]>;

async function namesOf(tx: Transaction, { tenantId }: Pick<Actor, "tenantId">, wanted: Wanted) {
  const found: Named[] = [];
  for (const [key, table] of [
    ["members", members],
    ["departments", departments],
    ["skills", skills],
  ] as const) {
    const ids = [...new Set(wanted[key].filter((id) => id !== null))];
    if (ids.length === 0) continue;
    const rows = await tx
      .select({ id: table.id, name: table.name })
      .from(table)
      .where(and(eq(table.tenantId, tenantId), inArray(table.id, ids)));
    found.push(...rows);
  }
  return new Map(found.map(({ id, name }) => [id, name]));
}
