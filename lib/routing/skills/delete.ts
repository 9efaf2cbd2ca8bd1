import { and, eq, sql } from "drizzle-orm";
import { conversations, skills } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { NotFoundError } from "@/lib/errors";
import { recordEvent } from "@/lib/events";

/** Nothing asks for it any more: a conversation that waits for a skill which nobody can have would wait for ever. */
export async function deleteSkill(actor: Actor, { skillId }: { skillId: string }): Promise<Record<string, never>> {
  authorize(actor, "skills.manage");
  const { tenantId } = actor;
  return withTenant(actor, async (tx) => {
    const [gone] = await tx
      .delete(skills)
      .where(and(eq(skills.tenantId, tenantId), eq(skills.id, skillId)))
      .returning({ id: skills.id });
    if (!gone) throw new NotFoundError("skill");
    await tx
      .update(conversations)
      .set({ skillIds: sql`array_remove(${conversations.skillIds}, ${skillId}::uuid)` })
      .where(and(eq(conversations.tenantId, tenantId), sql`${skillId}::uuid = any(${conversations.skillIds})`));
    await recordEvent(tx, actor, { type: "skill.changed", payload: { skillId, change: "deleted" } });
    return {};
  });
}
