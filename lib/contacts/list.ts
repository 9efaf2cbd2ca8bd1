import type * as z from "zod";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { InvalidError } from "@/lib/errors";
import { isUuid } from "@/lib/ids";
import { decodeCursor, encodeCursor } from "@/lib/paging";
import type { ListContacts } from "./schemas";
import { selectContacts } from "./select-contacts";
import type { Contact } from "./types";

type Asked = z.output<typeof ListContacts.input>;

export async function listContacts(
  actor: Actor,
  { cursor, limit }: Asked,
): Promise<{ items: Contact[]; nextCursor: string | null }> {
  authorize(actor, "contacts.read");
  const after = cursor === undefined ? null : placeOf(cursor);
  const found = await withTenant(actor, (tx) =>
    selectContacts(
      tx,
      `where c.tenant_id = $1 and ($3::timestamptz is null or c.created_at < $3
         or (c.created_at = $3 and c.id > $4::uuid))
       order by c.created_at desc, c.id limit $2`,
      [actor.tenantId, limit + 1, after?.createdAt ?? null, after?.id ?? null],
    ),
  );
  const items = found.slice(0, limit);
  const last = found.length > limit ? items.at(-1) : undefined;
  return { items, nextCursor: last ? encodeCursor([last.createdAt, last.id]) : null };
}

function placeOf(cursor: string): { createdAt: string; id: string } {
  const [createdAt, id] = decodeCursor(cursor) ?? [];
  if (typeof createdAt !== "string" || Number.isNaN(Date.parse(createdAt)) || !isUuid(id)) {
    throw new InvalidError("This cursor is not one of ours.", { code: "invalid_cursor" });
  }
  return { createdAt, id };
}
