import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import { serviceLevelPolicies } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { recordEvent } from "@/lib/events";
import type { EditServiceLevelPolicy } from "@/lib/service-levels/schemas";
import type { ServiceLevelPolicy } from "@/lib/service-levels/types";
import { storableText } from "@/lib/text";
import { findPolicy, shownPolicy, withUniqueName } from "./shown";

type Input = z.output<typeof EditServiceLevelPolicy.input>;

export async function editServiceLevelPolicy(actor: Actor, input: Input): Promise<ServiceLevelPolicy> {
  authorize(actor, "serviceLevels.manage");
  const { policyId, ...wanted } = input;
  return withUniqueName(() =>
    withTenant(actor, async (tx) => {
      const found = await findPolicy(tx, actor, policyId);
      const given = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
      const after = { ...found, ...given };
      after.name = storableText(after.name);
      await tx
        .update(serviceLevelPolicies)
        .set(after)
        .where(and(eq(serviceLevelPolicies.tenantId, actor.tenantId), eq(serviceLevelPolicies.id, policyId)));
      await recordEvent(tx, actor, { type: "serviceLevelPolicy.changed", payload: { policyId, change: "edited" } });
      return shownPolicy(after);
    }),
  );
}
