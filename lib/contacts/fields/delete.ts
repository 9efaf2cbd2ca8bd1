import { and, eq } from "drizzle-orm";
import { contactFields } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { recordAudit } from "@/lib/audit";
import { type Actor, authorize } from "@/lib/auth";
import { NotFoundError } from "@/lib/errors";
import { recordEvent } from "@/lib/events";

/** With what every contact had in it. */
export async function deleteContactField(
  actor: Actor,
  { fieldId }: { fieldId: string },
): Promise<Record<string, never>> {
  authorize(actor, "contactFields.manage");
  return withTenant(actor, async (tx) => {
    const [gone] = await tx
      .delete(contactFields)
      .where(and(eq(contactFields.tenantId, actor.tenantId), eq(contactFields.id, fieldId)))
      .returning({ name: contactFields.name });
    if (!gone) throw new NotFoundError("contact field");
    await recordEvent(tx, actor, { type: "contactField.changed", payload: { fieldId, change: "deleted" } });
    await recordAudit(tx, actor, { action: "contactField.deleted", target: `contactField:${fieldId}`, details: gone });
    return {};
  });
}
