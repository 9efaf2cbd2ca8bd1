import { and, eq, sql } from "drizzle-orm";
import type * as z from "zod";
import { rules } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { NotFoundError } from "@/lib/errors";
import type { MoveRule } from "./schemas";
import { recordChange } from "./write";

type Input = z.output<typeof MoveRule.input>;

/** Puts a rule in its place among the others; they are numbered anew, so that no two share a place. */
export async function moveRule(actor: Actor, { ruleId, place }: Input): Promise<{ ruleIds: string[] }> {
  authorize(actor, "rules.manage");
  return withTenant(actor, async (tx) => {
    const own = eq(rules.tenantId, actor.tenantId);
    // Locked by id, always in the same order: two moves at once wait for each other.
    const known = await tx.select().from(rules).where(own).orderBy(rules.id).for("update");
    const moved = known.find(({ id }) => id === ruleId);
    if (!moved) throw new NotFoundError("rule");
    const ids = known
      .toSorted((one, other) => one.position - other.position || (one.id < other.id ? -1 : 1))
      .map(({ id }) => id)
      .filter((id) => id !== ruleId)
      .toSpliced(place, 0, ruleId);
    const position = sql<number>`array_position(${sql.param(ids)}::uuid[], ${rules.id}) - 1`;
    await tx
      .update(rules)
      .set({ position })
      .where(and(own, sql`${rules.position} is distinct from ${position}`));
    await recordChange(tx, actor, moved, "moved");
    return { ruleIds: ids };
  });
}
