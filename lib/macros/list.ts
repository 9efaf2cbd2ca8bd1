import { and, asc, eq, sql } from "drizzle-orm";
import * as z from "zod";
import { macros } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { cutPage, readCursor } from "@/lib/paging";
import { usableBy } from "@/lib/quick-replies";
import { selectMacros, toMacro } from "./find";
import type { ListMacros } from "./schemas";
import type { Macro } from "./types";

type Page = { items: Macro[]; nextCursor: string | null };

export async function listMacros(actor: Actor, { cursor, limit }: z.output<typeof ListMacros.input>): Promise<Page> {
  authorize(actor, "conversations.read");
  const after = readCursor(cursor, z.tuple([z.string(), z.uuid()]));
  const rows = await withTenant(actor, (tx) =>
    selectMacros(tx, actor)
      .where(
        and(
          eq(macros.tenantId, actor.tenantId),
          usableBy(actor, macros),
          after && sql`(${macros.name}, ${macros.id}) > (${after[0]}, ${after[1]}::uuid)`,
        ),
      )
      .orderBy(asc(macros.name), asc(macros.id))
      .limit(limit + 1),
  );
  const { shown, nextCursor } = cutPage(rows, limit, ({ macro }) => [macro.name, macro.id]);
  return { items: shown.map(toMacro), nextCursor };
}
