import { and, eq, gt } from "drizzle-orm";
import { contactMerges } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { recordAudit } from "@/lib/audit";
import { type Actor, authorize } from "@/lib/auth";
import { lockConsents } from "@/lib/consent";
import { findContact } from "@/lib/contacts/find";
import { lockIdentities } from "@/lib/contacts/lock";
import type { Contact } from "@/lib/contacts/types";
import { ConflictError, despiteDeadlocks, NotFoundError } from "@/lib/errors";
import { type NewEvent, recordEvents } from "@/lib/events";
import type { MergeChange } from "./change";
import { holdForBoth, readSince } from "./since";
import { withStillThere } from "./still-there";
import { takeBack } from "./take-back";
import { oldestUndoable } from "./undo-within";

type Asked = { contactId: string; mergeId: string };

/**
 * Takes two contacts apart again. What came since stays with the one that was kept, and what somebody changed since
 * stays changed; a withdrawal or a block of that time holds for both.
 */
export async function undoMerge(actor: Actor, asked: Asked): Promise<{ contact: Contact; restored: Contact }> {
  authorize(actor, "contacts.merge");
  return despiteDeadlocks(() => withTenant(actor, (tx) => undoIn(tx, actor, asked)));
}

async function undoIn(tx: Transaction, actor: Actor, { contactId, mergeId }: Asked) {
  const { tenantId } = actor;
  await findContact(tx, actor, contactId);
  await lockIdentitiesOf(tx, tenantId, contactId);
  const merge = await claimMerge(tx, tenantId, { contactId, mergeId });
  const { keptId, goneId, at } = merge;
  await lockConsents(
    tx,
    [keptId, goneId].map((id) => ({ tenantId, contactId: id })),
    "withdrawing",
  );
  const since = await readSince(tx, tenantId, merge);
  await takeBack(tx, tenantId, await withStillThere(tx, tenantId, merge.changes));
  await holdForBoth(tx, tenantId, { keptId, goneId, at }, since);
  await recordEvents(tx, actor, [
    { type: "contact.unmerged", contactId: keptId, payload: { restoredId: goneId } },
    { type: "contact.unmerged", contactId: goneId, payload: { keptId } },
    ...conversationsIn(merge.changes, goneId),
  ]);
  await recordAudit(tx, actor, {
    action: "contact.unmerged",
    target: `contact:${keptId}`,
    details: { goneId, mergeId },
  });
  return { contact: await findContact(tx, actor, keptId), restored: await findContact(tx, actor, goneId) };
}

async function lockIdentitiesOf(tx: Transaction, tenantId: string, contactId: string): Promise<void> {
  const { rows } = await tx.$client.query<{ portfolio_id: string }>(
    "select portfolio_id from contacts where tenant_id = $1 and id = $2",
    [tenantId, contactId],
  );
  await lockIdentities(tx, tenantId, rows[0]?.portfolio_id ?? "");
}

/** Deletes what was kept of the merge: whoever comes second finds nothing to take back. */
async function claimMerge(tx: Transaction, tenantId: string, { contactId, mergeId }: Asked) {
  const [merge] = await tx
    .delete(contactMerges)
    .where(
      and(
        eq(contactMerges.tenantId, tenantId),
        eq(contactMerges.id, mergeId),
        eq(contactMerges.contactId, contactId),
        gt(contactMerges.at, oldestUndoable(new Date())),
      ),
    )
    .returning();
  if (!merge) throw new NotFoundError("merge");
  if (merge.keptId !== contactId) {
    throw new ConflictError("This contact has been merged into another since.", {
      code: "contact_merged_again",
      nextStep: "Take the later merge back first.",
    });
  }
  return merge;
}

/** The conversations that come or go: screens that show them have to look again. */
function conversationsIn(changes: MergeChange[], goneId: string): NewEvent[] {
  const ids = changes.flatMap((change) => {
    if (change.table !== "conversations") return [];
    if (change.did === "update") return change.keys.map(({ id }) => String(id));
    return change.did === "delete" ? [String(change.was.id)] : [];
  });
  return [...new Set(ids)].map((conversationId) => ({ type: "contact.unmerged", contactId: goneId, conversationId }));
}
