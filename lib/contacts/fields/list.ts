import { and, asc, eq, sql } from "drizzle-orm";
import * as z from "zod";
import { contactFields } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import type { ContactField } from "@/lib/contacts/field-types";
import type { ListContactFields } from "@/lib/contacts/schemas";
import { cutPage, readCursor } from "@/lib/paging";

type Page = { items: ContactField[]; nextCursor: string | null };

/** In the order in which they were made. */
export async function listContactFields(
  actor: Actor,
  { cursor, limit }: z.output<typeof ListContactFields.input>,
): Promise<Page> {
  authorize(actor, "contacts.read");
  const after = readCursor(cursor, z.tuple([z.int(), z.uuid()]));
  const rows = await withTenant(actor, (tx) =>
    tx
      .select()
      .from(contactFields)
      .where(
        and(
          eq(contactFields.tenantId, actor.tenantId),
          after && sql`(${contactFields.position}, ${contactFields.id}) > (${after[0]}, ${after[1]}::uuid)`,
        ),
      )
      .orderBy(asc(contactFields.position), asc(contactFields.id))
      .limit(limit + 1),
  );
  const { shown, nextCursor } = cutPage(rows, limit, ({ position, id }) => [position, id]);
  return { items: shown.map(fieldOf), nextCursor };
}

function fieldOf({ id, name, kind, choices }: typeof contactFields.$inferSelect): ContactField {
  return { id, name, kind, choices };
}
