import { and, desc, eq, gt, sql } from "drizzle-orm";
import type * as z from "zod";
import { contactMerges, members } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { findContact } from "@/lib/contacts/find";
import type { ContactMerge } from "@/lib/contacts/schemas";
import { oldestUndoable, UNDO_MERGE_WITHIN_MS } from "./undo-within";

/** Those that were merged into another before are taken back after that one, and are not listed. */
export async function listContactMerges(
  actor: Actor,
  { contactId }: { contactId: string },
): Promise<{ items: z.output<typeof ContactMerge>[] }> {
  authorize(actor, "contacts.read");
  return withTenant(actor, async (tx) => {
    await findContact(tx, actor, contactId);
    const rows = await tx
      .select({ id: contactMerges.id, goneName: contactMerges.goneName, at: contactMerges.at, by: members.name })
      .from(contactMerges)
      .leftJoin(
        members,
        and(eq(members.tenantId, contactMerges.tenantId), sql`${contactMerges.actor} = 'member:' || ${members.id}`),
      )
      .where(
        and(
          eq(contactMerges.tenantId, actor.tenantId),
          eq(contactMerges.contactId, contactId),
          eq(contactMerges.keptId, contactId),
          gt(contactMerges.at, oldestUndoable(new Date())),
        ),
      )
      .orderBy(desc(contactMerges.at));
    return {
      items: rows.map(({ at, ...row }) => ({
        ...row,
        at: at.toISOString(),
        undoUntil: new Date(at.getTime() + UNDO_MERGE_WITHIN_MS).toISOString(),
      })),
    };
  });
}
