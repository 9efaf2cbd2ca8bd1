import { and, asc, eq, gt } from "drizzle-orm";
import type * as z from "zod";
import { labels } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { InvalidError } from "@/lib/errors";
import { decodeCursor, encodeCursor } from "@/lib/paging";
import type { ListLabels } from "./schemas";
import type { Label } from "./types";

type Page = { items: Label[]; nextCursor: string | null };

export async function listLabels(actor: Actor, { cursor, limit }: z.output<typeof ListLabels.input>): Promise<Page> {
  authorize(actor, "conversations.read");
  const after = cursor === undefined ? undefined : gt(labels.foldedName, nameIn(cursor));
  const rows = await withTenant(actor, (tx) =>
    tx
      .select()
      .from(labels)
      .where(and(eq(labels.tenantId, actor.tenantId), after))
      .orderBy(asc(labels.foldedName))
      .limit(limit + 1),
  );
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return {
    items: items.map(({ id, name, colour }) => ({ id, name, colour })),
    nextCursor: last ? encodeCursor([last.foldedName]) : null,
  };
}

function nameIn(cursor: string): string {
  const [name] = decodeCursor(cursor) ?? [];
  if (typeof name === "string") return name;
  throw new InvalidError("This cursor is not from this list.", { code: "invalid_cursor" });
}
