import { skills } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { recordEvent } from "@/lib/events";
import { newId } from "@/lib/ids";
import type { Skill } from "@/lib/routing/types";
import { storableText } from "@/lib/text";
import { withUniqueName } from "./unique-name";

export async function createSkill(actor: Actor, { name }: { name: string }): Promise<Skill> {
  authorize(actor, "skills.manage");
  const skill: Skill = { id: newId(), name: storableText(name) };
  return withUniqueName(() =>
    withTenant(actor, async (tx) => {
      await tx.insert(skills).values({ tenantId: actor.tenantId, ...skill });
      await recordEvent(tx, actor, { type: "skill.changed", payload: { skillId: skill.id, change: "created" } });
      return skill;
    }),
  );
}
