import { contactMerges } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { recordAudit } from "@/lib/audit";
import { type Actor, authorize } from "@/lib/auth";
import { lockConsents } from "@/lib/consent";
import { findContact } from "@/lib/contacts/find";
import { eventsOfMerged } from "@/lib/contacts/identities/events-of-merged";
import { mergeStored } from "@/lib/contacts/identities/merge-stored";
import type { Contact } from "@/lib/contacts/types";
import { ConflictError, despiteDeadlocks } from "@/lib/errors";
import { recordEvents } from "@/lib/events";
import { newId } from "@/lib/ids";
import { differenceOf } from "./difference";
import { lockBoth } from "./lock-both";
import { traceOf } from "./trace";

type Asked = { contactId: string; otherId: string };

/**
 * Somebody says that two contacts are one person: everything of the other goes to the first, as when WhatsApp itself
 * says so, and what that changed is kept for seven days.
 */
export async function mergeContacts(
  actor: Actor,
  { contactId: keptId, otherId: goneId }: Asked,
): Promise<{ contact: Contact; mergeId: string }> {
  authorize(actor, "contacts.merge");
  if (keptId === goneId) {
    throw new ConflictError("A contact cannot be merged with itself.", { code: "contact_is_the_same" });
  }
  return despiteDeadlocks(() => withTenant(actor, (tx) => mergeIn(tx, actor, { keptId, goneId })));
}

async function mergeIn(tx: Transaction, actor: Actor, pair: { keptId: string; goneId: string }) {
  const { tenantId } = actor;
  const { keptId, goneId } = pair;
  await lockBoth(tx, tenantId, pair);
  const gone = await findContact(tx, actor, goneId);
  // A withdrawal of the other holds for both from now on: no marketing message may rely on the past meanwhile.
  await lockConsents(
    tx,
    [keptId, goneId].map((contactId) => ({ tenantId, contactId })),
    "withdrawing",
  );
  const before = await traceOf(tx, tenantId, [keptId, goneId]);
  await tx.$client.query(identities, [tenantId, keptId, goneId]);
  await tx.$client.query(profile, [tenantId, keptId, goneId]);
  const conversations = await mergeStored(tx, tenantId, pair);
  const changes = differenceOf(before, await traceOf(tx, tenantId, [keptId]));
  const mergeId = newId();
  await tx.insert(contactMerges).values({
    tenantId,
    id: mergeId,
    contactId: keptId,
    keptId,
    goneId,
    goneName: gone.name,
    actor: `${actor.kind}:${actor.id}`,
    at: new Date(),
    changes,
  });
  await recordEvents(tx, actor, [
    ...conversations.flatMap((merged) => eventsOfMerged(keptId, merged)),
    { type: "contact.merged", contactId: keptId, payload: { mergeId } },
    { type: "contact.merged", contactId: goneId, payload: { intoContactId: keptId } },
  ]);
  await recordAudit(tx, actor, { action: "contact.merged", target: `contact:${keptId}`, details: { goneId, mergeId } });
  return { contact: await findContact(tx, actor, keptId), mergeId };
}

/** Periods of one value never overlap, whoever they belong to: so they go over as they are. */
const identities = "update contact_identities set contact_id = $2 where tenant_id = $1 and contact_id = $3";

const isNewer = `(gone.profile_name is not null
  and (kept.profile_name is null or coalesce(gone.profile_name_at > kept.profile_name_at, false)))`;

/** The newest name by Meta's time wins, as in `noteProfile`. */
const profile = `
  update contacts kept set
    profile_name = case when ${isNewer} then gone.profile_name else kept.profile_name end,
    profile_name_at = case when ${isNewer} then gone.profile_name_at else kept.profile_name_at end,
    username = case when ${isNewer} then coalesce(gone.username, kept.username)
      else coalesce(kept.username, gone.username) end
  from contacts gone
  where kept.tenant_id = $1 and kept.id = $2 and gone.tenant_id = $1 and gone.id = $3`;
