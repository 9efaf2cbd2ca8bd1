import { and, desc, eq, lt } from "drizzle-orm";
import type * as z from "zod";
import { tokens } from "@/db/schema";
import { withSystem } from "@/db/system";
import { type Actor, authorize } from "@/lib/auth";
import type { ListInvitations } from "@/lib/members/schemas";
import { idOfCursor, pageById } from "@/lib/paging";
import { Grant, isOpenInvitation } from "./open-invitations";

/** The newest first. */
export async function listInvitations(
  actor: Actor,
  { cursor, limit }: z.output<typeof ListInvitations.input>,
): Promise<z.input<typeof ListInvitations.output>> {
  authorize(actor, "members.manage");
  const after = idOfCursor(cursor);
  const rows = await withSystem((tx) =>
    tx
      .select({
        id: tokens.id,
        email: tokens.email,
        grant: tokens.invitation,
        expiresAt: tokens.expiresAt,
      })
      .from(tokens)
      .where(and(isOpenInvitation(), eq(tokens.tenantId, actor.tenantId), after ? lt(tokens.id, after) : undefined))
      .orderBy(desc(tokens.id))
      .limit(limit + 1),
  );
  return pageById(rows, limit, ({ id, email, grant, expiresAt }) => ({
    id,
    email,
    role: Grant.parse(grant).role,
    expiresAt: expiresAt.toISOString(),
  }));
}
