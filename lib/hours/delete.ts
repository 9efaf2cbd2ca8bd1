import { and, eq } from "drizzle-orm";
import { hours } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { ConflictError } from "@/lib/errors";
import { findHours } from "./find";
import type { Hours } from "./types";
import { recordChange } from "./write";

export async function deleteHours(actor: Actor, { hoursId }: { hoursId: string }): Promise<Record<string, never>> {
  authorize(actor, "hours.manage");
  return withTenant(actor, async (tx) => {
    const { usedBy } = await findHours(tx, actor, hoursId, { lock: true });
    if (usedBy.departments.length + usedBy.channels.length > 0) throw inUse(usedBy);
    await tx.delete(hours).where(and(eq(hours.tenantId, actor.tenantId), eq(hours.id, hoursId)));
    await recordChange(tx, actor, hoursId, "deleted");
    return {};
  });
}

function inUse({ departments, channels }: Hours["usedBy"]): ConflictError {
  const names = [...departments, ...channels].map(({ name }) => name).join(", ");
  return new ConflictError("These hours are in use.", {
    code: "hours_in_use",
    nextStep: `Choose other hours first for: ${names}.`,
    details: { names },
  });
}
