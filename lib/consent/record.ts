import { and, eq } from "drizzle-orm";
import { consents, contacts } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { NotFoundError } from "@/lib/errors";
import { recordEvent } from "@/lib/events";
import type { ConsentPurpose, ConsentState } from "./types";

export type NewConsent = {
  contactId: string;
  channelId?: string | null;
  purpose: ConsentPurpose;
  state: ConsentState;
  /** How it came about: `first_inbound`, `agent`, `api`, `stop_word`, `meta_preference` … */
  source: string;
  /** What proves it, such as the wamid of the message that said so. */
  evidence?: Record<string, unknown>;
  at?: Date;
};

/** Appends to the ledger, in the transaction of what brought the consent about. */
export async function recordConsent(tx: Transaction, actor: Actor, consent: NewConsent): Promise<void> {
  const { contactId, channelId, purpose, state, source, evidence, at } = consent;
  const [contact] = await tx
    .select({ id: contacts.id })
    .from(contacts)
    .where(and(eq(contacts.tenantId, actor.tenantId), eq(contacts.id, contactId)));
  if (!contact) throw new NotFoundError("contact");
  await tx.insert(consents).values({
    tenantId: actor.tenantId,
    contactId,
    channelId: channelId ?? null,
    purpose,
    state,
    source,
    evidence: evidence ?? {},
    actor: `${actor.kind}:${actor.id}`,
    at: at ?? new Date(),
  });
  await recordEvent(tx, actor, { type: "consent.changed", contactId, channelId, payload: { purpose, state, source } });
}
