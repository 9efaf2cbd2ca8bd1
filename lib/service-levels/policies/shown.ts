import { and, eq } from "drizzle-orm";
import { serviceLevelPolicies } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { NotFoundError, refuseDuplicate } from "@/lib/errors";
import type { ServiceLevelPolicy } from "@/lib/service-levels/types";

type Row = typeof serviceLevelPolicies.$inferSelect;

export function shownPolicy({ tenantId: _, createdAt: __, ...policy }: Row): ServiceLevelPolicy {
  return policy;
}

/** @throws {NotFoundError} also for a policy of another tenant */
export async function findPolicy(tx: Transaction, { tenantId }: Actor, policyId: string): Promise<Row> {
  const own = and(eq(serviceLevelPolicies.tenantId, tenantId), eq(serviceLevelPolicies.id, policyId));
  const [found] = await tx.select().from(serviceLevelPolicies).where(own).for("update");
  if (!found) throw new NotFoundError("service level policy");
  return found;
}

export function withUniqueName<T>(write: () => Promise<T>): Promise<T> {
  return refuseDuplicate(write, "A policy with this name exists.", {
    code: "service_level_policy_name_taken",
    nextStep: "Choose another name, or change that one.",
  });
}
