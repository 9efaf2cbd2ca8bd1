import type * as z from "zod";
import { hours } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { newId } from "@/lib/ids";
import { storableJson } from "@/lib/text";
import type { CreateHours } from "./schemas";
import type { Hours } from "./types";
import { inOrder, recordChange, withUniqueName } from "./write";

export async function createHours(actor: Actor, input: z.output<typeof CreateHours.input>): Promise<Hours> {
  authorize(actor, "hours.manage");
  const row = storableJson({ id: newId(), ...input, ...inOrder(input) });
  return withUniqueName(() =>
    withTenant(actor, async (tx) => {
      await tx.insert(hours).values({ tenantId: actor.tenantId, ...row });
      await recordChange(tx, actor, row.id, "created");
      return { ...row, usedBy: { departments: [], channels: [] } };
    }),
  );
}
