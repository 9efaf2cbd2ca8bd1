import { and, asc, eq, gt } from "drizzle-orm";
import * as z from "zod";
import { labels } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { cutPage, readCursor } from "@/lib/paging";
import type { ListLabels } from "./schemas";
import type { Label } from "./types";

type Page = { items: Label[]; nextCursor: string | null };

export async function listLabels(actor: Actor, { cursor, limit }: z.output<typeof ListLabels.input>): Promise<Page> {
  authorize(actor, "conversations.read");
  const after = readCursor(cursor, z.tuple([z.string()]));
  const rows = await withTenant(actor, (tx) =>
    tx
      .select()
      .from(labels)
      .where(and(eq(labels.tenantId, actor.tenantId), after && gt(labels.foldedName, after[0])))
      .orderBy(asc(labels.foldedName))
      .limit(limit + 1),
  );
  const { shown, nextCursor } = cutPage(rows, limit, ({ foldedName }) => [foldedName]);
  return { items: shown.map(({ id, name, colour }) => ({ id, name, colour })), nextCursor };
}
