import { and, eq } from "drizzle-orm";
import { greetings } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { findGreeting } from "./select";
import { recordChange } from "./write";

export async function deleteGreeting(
  actor: Actor,
  { greetingId }: { greetingId: string },
): Promise<Record<string, never>> {
  authorize(actor, "greetings.manage");
  return withTenant(actor, async (tx) => {
    await findGreeting(tx, actor, greetingId);
    await tx.delete(greetings).where(and(eq(greetings.tenantId, actor.tenantId), eq(greetings.id, greetingId)));
    await recordChange(tx, actor, greetingId, "deleted");
    return {};
  });
}
