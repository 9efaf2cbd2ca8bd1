import { and, asc, eq, gt } from "drizzle-orm";
import * as z from "zod";
import { macros } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { cutPage, readCursor } from "@/lib/paging";
import type { ListMacros } from "./schemas";
import type { Macro } from "./types";
import { toMacro } from "./write";

type Page = { items: Macro[]; nextCursor: string | null };

export async function listMacros(actor: Actor, { cursor, limit }: z.output<typeof ListMacros.input>): Promise<Page> {
  authorize(actor, "conversations.read");
  const after = readCursor(cursor, z.tuple([z.string()]));
  const rows = await withTenant(actor, (tx) =>
    tx
      .select()
      .from(macros)
      .where(and(eq(macros.tenantId, actor.tenantId), after && gt(macros.name, after[0])))
      .orderBy(asc(macros.name))
      .limit(limit + 1),
  );
  const { shown, nextCursor } = cutPage(rows, limit, ({ name }) => [name]);
  return { items: shown.map(toMacro), nextCursor };
}
