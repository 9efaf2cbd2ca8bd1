import { and, asc, eq, gt } from "drizzle-orm";
import type * as z from "zod";
import { macros } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { InvalidError } from "@/lib/errors";
import { decodeCursor, encodeCursor } from "@/lib/paging";
import type { ListMacros } from "./schemas";
import type { Macro } from "./types";
import { toMacro } from "./write";

type Page = { items: Macro[]; nextCursor: string | null };

export async function listMacros(actor: Actor, { cursor, limit }: z.output<typeof ListMacros.input>): Promise<Page> {
  authorize(actor, "conversations.read");
  const after = cursor === undefined ? undefined : gt(macros.name, nameIn(cursor));
  const rows = await withTenant(actor, (tx) =>
    tx
      .select()
      .from(macros)
      .where(and(eq(macros.tenantId, actor.tenantId), after))
      .orderBy(asc(macros.name))
      .limit(limit + 1),
  );
  const items = rows.slice(0, limit).map(toMacro);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items, nextCursor: last ? encodeCursor([last.name]) : null };
}

function nameIn(cursor: string): string {
  const [name] = decodeCursor(cursor) ?? [];
  if (typeof name === "string") return name;
  throw new InvalidError("This cursor is not from this list.", { code: "invalid_cursor" });
}
