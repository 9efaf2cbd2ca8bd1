import type * as z from "zod";
import { serviceLevelPolicies } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { recordEvent } from "@/lib/events";
import { newId } from "@/lib/ids";
import type { CreateServiceLevelPolicy } from "@/lib/service-levels/schemas";
import type { ServiceLevelPolicy } from "@/lib/service-levels/types";
import { storableText } from "@/lib/text";
import { withUniqueName } from "./shown";

type Input = z.output<typeof CreateServiceLevelPolicy.input>;

export async function createServiceLevelPolicy(actor: Actor, input: Input): Promise<ServiceLevelPolicy> {
  authorize(actor, "serviceLevels.manage");
  const policy: ServiceLevelPolicy = { ...input, id: newId(), name: storableText(input.name) };
  return withUniqueName(() =>
    withTenant(actor, async (tx) => {
      await tx.insert(serviceLevelPolicies).values({ tenantId: actor.tenantId, ...policy });
      const payload = { policyId: policy.id, change: "created" };
      await recordEvent(tx, actor, { type: "serviceLevelPolicy.changed", payload });
      return policy;
    }),
  );
}
