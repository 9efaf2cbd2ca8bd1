import type * as z from "zod";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { InvalidError } from "@/lib/errors";
import { decodeCursor, encodeCursor } from "@/lib/paging";
import { pageOfMembers } from "./find-member";
import type { ListMembers } from "./schemas";

export async function listMembers(
  actor: Actor,
  { cursor, limit }: z.output<typeof ListMembers.input>,
): Promise<z.input<typeof ListMembers.output>> {
  authorize(actor, "members.read");
  const after = positionOf(cursor);
  const rows = await withTenant(actor, (tx) => pageOfMembers(tx, actor, { after, limit: limit + 1 }));
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return { items: rows.slice(0, limit), nextCursor: last ? encodeCursor([last.name, last.id]) : null };
}

function positionOf(cursor: string | undefined): { name: string; id: string } | undefined {
  if (cursor === undefined) return undefined;
  const [name, id] = decodeCursor(cursor) ?? [];
  if (typeof name === "string" && typeof id === "string") return { name, id };
  throw new InvalidError("This cursor is not from this list.", { code: "invalid_cursor" });
}
