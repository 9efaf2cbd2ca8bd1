import { and, eq } from "drizzle-orm";
import { skills } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { NotFoundError } from "@/lib/errors";
import { recordEvent } from "@/lib/events";
import type { Skill } from "@/lib/routing/types";
import { storableText } from "@/lib/text";
import { withUniqueName } from "./unique-name";

export async function editSkill(actor: Actor, { skillId, name }: { skillId: string; name: string }): Promise<Skill> {
  authorize(actor, "skills.manage");
  return withUniqueName(() =>
    withTenant(actor, async (tx) => {
      const [skill] = await tx
        .update(skills)
        .set({ name: storableText(name) })
        .where(and(eq(skills.tenantId, actor.tenantId), eq(skills.id, skillId)))
        .returning({ id: skills.id, name: skills.name });
      if (!skill) throw new NotFoundError("skill");
      await recordEvent(tx, actor, { type: "skill.changed", payload: { skillId, change: "edited" } });
      return skill;
    }),
  );
}
