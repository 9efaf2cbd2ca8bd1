import { and, eq, sql } from "drizzle-orm";
import { conversations } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { graphForChannel } from "@/lib/channels";
import { findConversation, readSummary } from "@/lib/conversations";
import type { ConversationSummary } from "@/lib/conversations/types";
import { type DomainError, RefusedError, UnavailableError } from "@/lib/errors";
import { recordEvent } from "@/lib/events";
import { explain } from "@/lib/whatsapp";
import { readSendContexts } from "./gate-facts";

/**
 * Takes a thread from another responder, at Meta first: only then is it ours to answer. One that is ours already is
 * left as it is. Who had written and got no answer waits for ours from now on.
 *
 * @throws {RefusedError} when Meta refuses
 */
export async function takeOverThread(
  actor: Actor,
  { conversationId }: { conversationId: string },
): Promise<ConversationSummary> {
  authorize(actor, "conversations.answer");
  const { tenantId } = actor;
  const { found, context } = await withTenant(actor, async (tx) => ({
    found: await findConversation(tx, actor, conversationId),
    context: (await readSendContexts(tx, [{ tenantId, conversationId }])).get(conversationId),
  }));
  if (context?.conversation.owner === "other") {
    if (!context.address) throw noAddress();
    const { graph, phoneNumberId } = await graphForChannel(tenantId, context.channelId);
    const result = await graph.takeThread(phoneNumberId, context.address);
    if (!result.ok) throw refusalOf(result.error.code);
    if (!result.value.taken) throw refusalOf(2494191);
  }
  // Whoever may see it by now: Meta has said yes.
  await withTenant(actor, async (tx) => {
    const { id, contactId, channelId, departmentId } = found;
    const [taken] = await tx
      .update(conversations)
      .set({
        owner: "us",
        responder: null,
        queuedSince: sql`case when ${conversations.state} = 'queued' then now() end`,
        // A copy from before that comes late is older than this, and takes nothing back.
        lastActivityAt: sql`greatest(${conversations.lastActivityAt}, now())`,
        waitingSince: sql`case when ${conversations.state} <> 'resolved' and exists (
          select from messages m where m.tenant_id = ${tenantId} and m.id = ${conversations.lastMessageId}
            and m.direction = 'in') then now() end`,
      })
      .where(and(eq(conversations.tenantId, tenantId), eq(conversations.id, id), eq(conversations.owner, "other")))
      .returning({ state: conversations.state });
    if (taken) {
      const refs = { conversationId: id, contactId, channelId, departmentId };
      const payload = { owner: "us", responder: null, taken: true };
      await recordEvent(tx, actor, { type: "conversation.ownerChanged", ...refs, payload });
      if (taken.state === "queued") await recordEvent(tx, actor, { type: "conversation.queued", ...refs });
    }
  });
  return withTenant(actor, (tx) => readSummary(tx, actor, conversationId));
}

function refusalOf(code: number | null): DomainError {
  const { title, cause, nextStep } = explain(code);
  if (code === null) {
    return new UnavailableError(`${title}.`, { code: "whatsapp_unreachable", nextStep: "Try it again in a moment." });
  }
  return new RefusedError(`${title}. ${cause}`, { code: `meta_${code}`, nextStep, details: { metaCode: code } });
}

function noAddress(): RefusedError {
  return new RefusedError("This contact has neither a phone number nor a WhatsApp id.", {
    code: "contact_has_no_address",
    nextStep: "Wait until the customer writes again.",
  });
}
