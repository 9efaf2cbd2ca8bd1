import { and, eq, isNull } from "drizzle-orm";
import { contactBlocks, contacts } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { recordAudit } from "@/lib/audit";
import { type Actor, authorize } from "@/lib/auth";
import { findContact } from "@/lib/contacts/find";
import type { Contact } from "@/lib/contacts/types";
import { RefusedError } from "@/lib/errors";
import { recordEvent } from "@/lib/events";
import { askMeta, findTargets, listWrittenTo } from "./at-meta";
import { blockRefusal } from "./refusal";

/**
 * Puts a contact on the block list at Meta of every number that they wrote to, as far as Meta allows it: within a day of
 * their last message. They are told nothing; nothing comes from them any more, and nothing is sent to them.
 *
 * @throws {RefusedError} when no number could block them
 */
export async function blockContact(actor: Actor, { contactId }: { contactId: string }): Promise<Contact> {
  authorize(actor, "contacts.block");
  const { tenantId } = actor;
  const { targets, channels } = await withTenant(actor, async (tx) => {
    await findContact(tx, actor, contactId);
    return {
      targets: await findTargets(tx, tenantId, contactId),
      channels: await listWrittenTo(tx, tenantId, contactId),
    };
  });
  if (targets.length === 0 || channels.length === 0) {
    throw new RefusedError("WhatsApp blocks only people who wrote within the last 24 hours.", {
      code: "contact_never_wrote",
      nextStep: "Block this contact after their next message.",
    });
  }
  const answers = await Promise.all(channels.map((channel) => askMeta(tenantId, channel, "block", targets)));
  const done = answers.filter(({ isDone }) => isDone).map(({ channel }) => channel);
  if (done.length === 0) throw blockRefusal(answers[0]?.code ?? null);
  return withTenant(actor, async (tx) => {
    await findContact(tx, actor, contactId);
    const at = new Date();
    await tx
      .insert(contactBlocks)
      .values(
        done.map(({ id: channelId }) => ({ tenantId, contactId, channelId, actor: `${actor.kind}:${actor.id}`, at })),
      )
      .onConflictDoNothing();
    const own = and(eq(contacts.tenantId, tenantId), eq(contacts.id, contactId), isNull(contacts.blockedAt));
    const { rowCount } = await tx.update(contacts).set({ blockedAt: at }).where(own);
    if (rowCount === 1) {
      const details = { channels: done.map(({ name }) => name) };
      await recordEvent(tx, actor, { type: "contact.blocked", contactId, payload: details });
      await recordAudit(tx, actor, { action: "contact.blocked", target: `contact:${contactId}`, details });
    }
    return findContact(tx, actor, contactId);
  });
}
