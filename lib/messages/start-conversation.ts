import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import { channels, contacts, messages } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, authorize } from "@/lib/auth";
import { appendConsents, momentOfGrant } from "@/lib/consent";
import { lockIdentities, meetByPhone, phoneOfContact } from "@/lib/contacts";
import { type PhoneProblem, readPhone } from "@/lib/contacts/types";
import { findConversation, openConversation, readSummary } from "@/lib/conversations";
import type { ConversationSummary } from "@/lib/conversations/types";
import { InvalidError, isDuplicate, NotFoundError } from "@/lib/errors";
import { storableText } from "@/lib/text";
import { tenantSealer } from "@/lib/vault";
import type { MessageContent } from "@/lib/whatsapp/types";
import type { TenantSeal } from "./outbox-body";
import { withOwnMedia } from "./own-media";
import { purposeOf } from "./policy-gate";
import { assembleMessage } from "./read";
import { readSendContent } from "./read-send-content";
import type { StartConversation } from "./schemas";
import { sendIn } from "./send";
import { judge } from "./template-of";
import type { Message } from "./types";

type StartInput = z.output<typeof StartConversation.input>;
type Started = { conversation: ConversationSummary; message: Message };
type Prepared = StartInput & { content: MessageContent; seal: TenantSeal };

/**
 * Writes to somebody first: contact, consent, conversation and the template's message in one transaction, so that what
 * the gate refuses leaves nothing behind. A repeated `clientId` answers with the first one.
 */
export async function startConversation(actor: Actor, input: StartInput): Promise<Started> {
  authorize(actor, "conversations.answer");
  if (input.consent) authorize(actor, "consents.record");
  const content = await withOwnMedia(actor, readSendContent({ type: "template", template: input.template }));
  const prepared = { ...input, content, seal: await tenantSealer(actor.tenantId) };
  try {
    return await start(actor, prepared);
  } catch (error) {
    // A resolved conversation was reopened between the look and the insert: look again.
    if (!isDuplicate(error)) throw error;
    return start(actor, prepared);
  }
}

async function start(actor: Actor, input: Prepared): Promise<Started> {
  return withTenant(actor, async (tx) => {
    const channel = await findChannel(tx, actor, input.channelId);
    // Two who write to one new number at once make one contact; a second click finds the first one's message.
    await lockIdentities(tx, actor.tenantId, channel.portfolioId);
    const earlier = await getStartedOrNull(tx, actor, input.clientId);
    if (earlier) return earlier;
    const contactId = await findRecipient(tx, actor, channel, input);
    if (input.consent) await recordProof(tx, actor, { ...input, contactId });
    const { departmentId } = channel;
    const conversationId = await openConversation(tx, actor, { contactId, channelId: channel.id, departmentId });
    const message = await sendIn(tx, actor, { ...input, conversationId, quotedWamid: null });
    return { conversation: await readSummary(tx, actor, conversationId), message };
  });
}

type ChannelRow = Pick<typeof channels.$inferSelect, "id" | "portfolioId" | "departmentId" | "displayPhoneNumber">;

async function findChannel(tx: Transaction, { tenantId }: Actor, channelId: string): Promise<ChannelRow> {
  const [row] = await tx
    .select()
    .from(channels)
    .where(and(eq(channels.tenantId, tenantId), eq(channels.id, channelId)));
  if (!row) throw new NotFoundError("channel");
  return row;
}

async function getStartedOrNull(tx: Transaction, actor: Actor, clientId: string): Promise<Started | null> {
  const [row] = await tx
    .select({ id: messages.id, conversationId: messages.conversationId })
    .from(messages)
    .where(and(eq(messages.tenantId, actor.tenantId), eq(messages.clientId, clientId)));
  if (!row) return null;
  await findConversation(tx, actor, row.conversationId);
  const message = await assembleMessage(tx, actor, row.conversationId, row.id);
  return { conversation: await readSummary(tx, actor, row.conversationId), message };
}

/** Contacts are known apart in each portfolio, and reached from another one by their number alone. */
async function findRecipient(tx: Transaction, actor: Actor, channel: ChannelRow, input: Prepared): Promise<string> {
  const { portfolioId } = channel;
  if (input.contactId === undefined) {
    const phone = phoneFrom(input.phone ?? "", channel.displayPhoneNumber);
    return meetByPhone(tx, actor, { portfolioId, phone, name: input.name ?? null });
  }
  const [contact] = await tx
    .select({ id: contacts.id, name: contacts.name, portfolioId: contacts.portfolioId })
    .from(contacts)
    .where(and(eq(contacts.tenantId, actor.tenantId), eq(contacts.id, input.contactId)));
  if (!contact) throw new NotFoundError("contact");
  if (contact.portfolioId === portfolioId) return contact.id;
  const phone = await phoneOfContact(tx, actor, contact.id);
  if (phone !== null) return meetByPhone(tx, actor, { portfolioId, phone, name: contact.name });
  throw new InvalidError("From this number the contact can be reached by a phone number only, and none is known.", {
    code: "contact_has_no_phone",
    nextStep: "Choose the number that the contact wrote to.",
  });
}

function phoneFrom(text: string, near: string): string {
  const reading = readPhone(text, near);
  if (reading.ok) return reading.digits;
  throw new InvalidError("This is not a phone number that can be written to.", {
    code: "phone_invalid",
    fields: [{ path: "phone", message: phoneWords[reading.problem] }],
    details: { problem: reading.problem },
  });
}

const phoneWords: Record<PhoneProblem, string> = {
  empty: "is missing",
  letters: "should have digits only",
  country_missing: "should begin with + and the country code",
  too_short: "is too short for its country",
  too_long: "is too long for its country",
  invalid: "is not in use in its country",
};

/** For the purpose that this template needs: the proof stands in the ledger before the gate is asked. */
async function recordProof(tx: Transaction, actor: Actor, input: Prepared & { contactId: string }): Promise<void> {
  const { consent, contactId, channelId, content } = input;
  if (!consent) return;
  const { intent } = await judge(tx, { tenantId: actor.tenantId, channelId }, content);
  const purpose = purposeOf(intent.kind === "template" ? intent.template : null);
  const evidence = { text: storableText(consent.evidence), link: consent.link ?? null };
  const { source } = consent;
  const at = await momentOfGrant(tx, actor, { contactId, purpose, at: consent.at });
  await appendConsents(tx, actor, [{ contactId, channelId, purpose, state: "granted", source, evidence, at }]);
}
