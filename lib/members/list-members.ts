import * as z from "zod";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { cutPage, readCursor } from "@/lib/paging";
import { pageOfMembers } from "./find-member";
import type { ListMembers } from "./schemas";

export async function listMembers(
  actor: Actor,
  { cursor, limit }: z.output<typeof ListMembers.input>,
): Promise<z.input<typeof ListMembers.output>> {
  authorize(actor, "members.read");
  const after = readCursor(cursor, z.tuple([z.string(), z.uuid()]));
  const rows = await withTenant(actor, (tx) => pageOfMembers(tx, actor, { after, limit: limit + 1 }));
  const { shown, nextCursor } = cutPage(rows, limit, ({ name, id }) => [name, id]);
  return { items: shown, nextCursor };
}
