import { and, eq, sql } from "drizzle-orm";
import type * as z from "zod";
import { contactFields } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import type { MoveContactField } from "@/lib/contacts/schemas";
import { NotFoundError } from "@/lib/errors";
import { recordEvent } from "@/lib/events";

/** Puts a field in its place among the others, 0 for the first; they are numbered anew, so that no two share a place. */
export async function moveContactField(
  actor: Actor,
  { fieldId, place }: z.output<typeof MoveContactField.input>,
): Promise<z.output<typeof MoveContactField.output>> {
  authorize(actor, "contactFields.manage");
  return withTenant(actor, async (tx) => {
    const own = eq(contactFields.tenantId, actor.tenantId);
    // Locked by id, always in the same order: two moves at once wait for each other.
    const known = await tx
      .select({ id: contactFields.id, position: contactFields.position })
      .from(contactFields)
      .where(own)
      .orderBy(contactFields.id)
      .for("update");
    if (!known.some(({ id }) => id === fieldId)) throw new NotFoundError("contact field");
    const ids = known
      .toSorted((one, other) => one.position - other.position || (one.id < other.id ? -1 : 1))
      .map(({ id }) => id)
      .filter((id) => id !== fieldId)
      .toSpliced(place, 0, fieldId);
    const position = sql<number>`array_position(${sql.param(ids)}::uuid[], ${contactFields.id}) - 1`;
    await tx
      .update(contactFields)
      .set({ position })
      .where(and(own, sql`${contactFields.position} is distinct from ${position}`));
    await recordEvent(tx, actor, { type: "contactField.changed", payload: { fieldId, change: "moved" } });
    return { fieldIds: ids };
  });
}
