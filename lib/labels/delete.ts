import { and, eq } from "drizzle-orm";
import { labels } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { NotFoundError } from "@/lib/errors";
import { recordEvent } from "@/lib/events";

export async function deleteLabel(actor: Actor, { labelId }: { labelId: string }): Promise<Record<string, never>> {
  authorize(actor, "labels.manage");
  return withTenant(actor, async (tx) => {
    const [gone] = await tx
      .delete(labels)
      .where(and(eq(labels.tenantId, actor.tenantId), eq(labels.id, labelId)))
      .returning({ id: labels.id });
    if (!gone) throw new NotFoundError("label");
    await recordEvent(tx, actor, { type: "label.changed", payload: { labelId, change: "deleted" } });
    return {};
  });
}
