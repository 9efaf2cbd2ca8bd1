import { and, asc, eq, gt } from "drizzle-orm";
import * as z from "zod";
import { hours } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { cutPage, readCursor } from "@/lib/paging";
import { shown } from "./find";
import type { ListHours } from "./schemas";
import type { Hours } from "./types";
import { withUsers } from "./users";

type Page = { items: Hours[]; nextCursor: string | null };

export async function listHours(actor: Actor, { cursor, limit }: z.output<typeof ListHours.input>): Promise<Page> {
  authorize(actor, "departments.read");
  const after = readCursor(cursor, z.tuple([z.string()]));
  return withTenant(actor, async (tx) => {
    const rows = await tx
      .select(shown)
      .from(hours)
      .where(and(eq(hours.tenantId, actor.tenantId), after && gt(hours.name, after[0])))
      .orderBy(asc(hours.name))
      .limit(limit + 1);
    const page = cutPage(rows, limit, ({ name }) => [name]);
    return { items: await withUsers(tx, actor.tenantId, page.shown), nextCursor: page.nextCursor };
  });
}
