import { and, asc, eq, gt } from "drizzle-orm";
import * as z from "zod";
import { skills } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { cutPage, readCursor } from "@/lib/paging";
import type { ListSkills } from "@/lib/routing/schemas";
import type { Skill } from "@/lib/routing/types";

type Page = { items: Skill[]; nextCursor: string | null };

export async function listSkills(actor: Actor, { cursor, limit }: z.output<typeof ListSkills.input>): Promise<Page> {
  authorize(actor, "queues.read");
  const after = readCursor(cursor, z.tuple([z.string()]));
  const rows = await withTenant(actor, (tx) =>
    tx
      .select({ id: skills.id, name: skills.name })
      .from(skills)
      .where(and(eq(skills.tenantId, actor.tenantId), after && gt(skills.name, after[0])))
      .orderBy(asc(skills.name))
      .limit(limit + 1),
  );
  const { shown, nextCursor } = cutPage(rows, limit, ({ name }) => [name]);
  return { items: shown, nextCursor };
}
