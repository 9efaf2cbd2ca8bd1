import { and, asc, eq, gt } from "drizzle-orm";
import * as z from "zod";
import { serviceLevelPolicies } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { cutPage, readCursor } from "@/lib/paging";
import type { ListServiceLevelPolicies } from "@/lib/service-levels/schemas";
import type { ServiceLevelPolicy } from "@/lib/service-levels/types";
import { shownPolicy } from "./shown";

type Input = z.output<typeof ListServiceLevelPolicies.input>;
type Page = { items: ServiceLevelPolicy[]; nextCursor: string | null };

export async function listServiceLevelPolicies(actor: Actor, { cursor, limit }: Input): Promise<Page> {
  authorize(actor, "departments.read");
  const after = readCursor(cursor, z.tuple([z.string()]));
  const { tenantId, name } = serviceLevelPolicies;
  const rows = await withTenant(actor, (tx) =>
    tx
      .select()
      .from(serviceLevelPolicies)
      .where(and(eq(tenantId, actor.tenantId), after && gt(name, after[0])))
      .orderBy(asc(name))
      .limit(limit + 1),
  );
  const { shown, nextCursor } = cutPage(rows, limit, (row) => [row.name]);
  return { items: shown.map(shownPolicy), nextCursor };
}
