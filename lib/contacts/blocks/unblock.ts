import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { contactBlocks, contacts } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { recordAudit } from "@/lib/audit";
import { type Actor, authorize } from "@/lib/auth";
import { findContact } from "@/lib/contacts/find";
import type { Contact } from "@/lib/contacts/types";
import { recordEvent } from "@/lib/events";
import { askMeta, findTargets, listChannelsById } from "./at-meta";
import { blockRefusal } from "./refusal";

/**
 * Takes a contact off the block list of every number. Where Meta refuses, that number stays on the list and the contact
 * stays blocked; a number that is disconnected cannot be asked and counts as free.
 */
export async function unblockContact(actor: Actor, { contactId }: { contactId: string }): Promise<Contact> {
  authorize(actor, "contacts.block");
  const { tenantId } = actor;
  const ofContact = and(eq(contactBlocks.tenantId, tenantId), eq(contactBlocks.contactId, contactId));
  const { targets, channels } = await withTenant(actor, async (tx) => {
    await findContact(tx, actor, contactId);
    const blocks = await tx.select({ id: contactBlocks.channelId }).from(contactBlocks).where(ofContact);
    return {
      targets: await findTargets(tx, tenantId, contactId),
      channels: await listChannelsById(
        tx,
        tenantId,
        blocks.map(({ id }) => id),
      ),
    };
  });
  const answers =
    targets.length > 0
      ? await Promise.all(channels.map((channel) => askMeta(tenantId, channel, "unblock", targets)))
      : [];
  const refused = answers.filter(({ isDone }) => !isDone);
  const contact = await withTenant(actor, async (tx) => {
    await findContact(tx, actor, contactId);
    const kept = refused.map(({ channel }) => channel.id);
    const free = answers.filter(({ isDone }) => isDone).map(({ channel }) => channel.id);
    const isFree = kept.length === 0;
    await tx.delete(contactBlocks).where(isFree ? ofContact : and(ofContact, inArray(contactBlocks.channelId, free)));
    if (isFree) {
      const own = and(eq(contacts.tenantId, tenantId), eq(contacts.id, contactId), isNotNull(contacts.blockedAt));
      const { rowCount } = await tx.update(contacts).set({ blockedAt: null }).where(own);
      if (rowCount === 1) {
        await recordEvent(tx, actor, { type: "contact.unblocked", contactId });
        await recordAudit(tx, actor, { action: "contact.unblocked", target: `contact:${contactId}`, details: {} });
      }
    }
    return findContact(tx, actor, contactId);
  });
  if (refused[0]) throw blockRefusal(refused[0].code);
  return contact;
}
