import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import { hours } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { storableJson } from "@/lib/text";
import { findHours } from "./find";
import type { EditHours } from "./schemas";
import type { Hours } from "./types";
import { inOrder, recordChange, withUniqueName } from "./write";

export async function editHours(actor: Actor, input: z.output<typeof EditHours.input>): Promise<Hours> {
  authorize(actor, "hours.manage");
  const { hoursId, name, timeZone, weekly, exceptions } = input;
  return withUniqueName(() =>
    withTenant(actor, async (tx) => {
      const { id, usedBy, ...before } = await findHours(tx, actor, hoursId, { lock: true });
      const after = storableJson({
        name: name ?? before.name,
        timeZone: timeZone ?? before.timeZone,
        ...inOrder({ weekly: weekly ?? before.weekly, exceptions: exceptions ?? before.exceptions }),
      });
      await tx
        .update(hours)
        .set(after)
        .where(and(eq(hours.tenantId, actor.tenantId), eq(hours.id, id)));
      await recordChange(tx, actor, id, "edited");
      return { id, ...after, usedBy };
    }),
  );
}
