import { and, asc, eq, sql } from "drizzle-orm";
import type * as z from "zod";
import { contactFields } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import type { ContactField } from "@/lib/contacts/field-types";
import type { ListContactFields } from "@/lib/contacts/schemas";
import { InvalidError } from "@/lib/errors";
import { decodeCursor, encodeCursor } from "@/lib/paging";

type Page = { items: ContactField[]; nextCursor: string | null };

/** In the order in which they were made. */
export async function listContactFields(
  actor: Actor,
  { cursor, limit }: z.output<typeof ListContactFields.input>,
): Promise<Page> {
  authorize(actor, "contacts.read");
  const after = cursor === undefined ? null : placeIn(cursor);
  const rows = await withTenant(actor, (tx) =>
    tx
      .select()
      .from(contactFields)
      .where(
        and(
          eq(contactFields.tenantId, actor.tenantId),
          after
            ? sql`(${contactFields.position}, ${contactFields.id}) > (${after.position}, ${after.id}::uuid)`
            : undefined,
        ),
      )
      .orderBy(asc(contactFields.position), asc(contactFields.id))
      .limit(limit + 1),
  );
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items: items.map(fieldOf), nextCursor: last ? encodeCursor([last.position, last.id]) : null };
}

export function fieldOf({ id, name, kind, choices }: typeof contactFields.$inferSelect): ContactField {
  return { id, name, kind, choices };
}

function placeIn(cursor: string): { position: number; id: string } {
  const [position, id] = decodeCursor(cursor) ?? [];
  if (typeof position === "number" && typeof id === "string") return { position, id };
  throw new InvalidError("This cursor is not from this list.", { code: "invalid_cursor" });
}
