import { contactIdentities, contacts, conversations, messages, serviceWindows } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { ConversationState } from "@/lib/conversations/types";
import { newId } from "@/lib/ids";
import type { TestChannel } from "./factories";

export type ConversationPlan = {
  state?: ConversationState;
  assigneeId?: string | null;
  departmentId?: string | null;
  /** When the customer last wrote; null is a window that never opened. */
  windowOpenedAt?: Date | null;
  lastActivityAt?: Date;
  text?: string;
};

/** A contact with a phone and a BSUID, a thread with one inbound message, and an open window, unless told otherwise. */
export async function makeConversation(
  tenant: { tenantId: string; channel: Pick<TestChannel, "id" | "portfolioId"> },
  plan: ConversationPlan = {},
) {
  const { tenantId, channel } = tenant;
  const now = new Date();
  const [id, contactId, messageId] = [newId(), newId(), newId()];
  const digits = BigInt(`0x${contactId.replaceAll("-", "").slice(-12)}`).toString();
  const phone = `1${digits.padStart(14, "0").slice(-10)}`;
  const bsuid = `US.${digits}`;
  const at = plan.lastActivityAt ?? now;
  const state = plan.state ?? (plan.assigneeId ? "open" : "queued");
  const windowOpenedAt = plan.windowOpenedAt === undefined ? at : plan.windowOpenedAt;
  await withTenant({ tenantId }, async (tx) => {
    await tx
      .insert(contacts)
      .values({ tenantId, id: contactId, portfolioId: channel.portfolioId, profileName: "Casey" });
    const identity = {
      tenantId,
      portfolioId: channel.portfolioId,
      contactId,
      validFrom: at,
      lastSeenAt: at,
      source: "test",
    };
    await tx.insert(contactIdentities).values([
      { ...identity, kind: "phone", value: phone },
      { ...identity, kind: "bsuid", value: bsuid },
    ]);
    if (windowOpenedAt) {
      await tx.insert(serviceWindows).values({ tenantId, contactId, channelId: channel.id, openedAt: windowOpenedAt });
    }
    await tx.insert(conversations).values({
      tenantId,
      id,
      contactId,
      channelId: channel.id,
      departmentId: plan.departmentId ?? null,
      assigneeId: plan.assigneeId ?? null,
      state,
      openedAt: at,
      resolvedAt: state === "resolved" ? at : null,
      waitingSince: state === "resolved" ? null : at,
      unreadCount: 1,
      lastActivityAt: at,
      lastMessageId: messageId,
    });
    const text = plan.text ?? "Is my order on its way?";
    await tx.insert(messages).values({
      tenantId,
      id: messageId,
      conversationId: id,
      contactId,
      channelId: channel.id,
      direction: "in",
      author: "contact",
      type: "text",
      content: { type: "text", text: { body: text } },
      preview: text,
      wamid: `wamid.${Buffer.from(messageId).toString("base64")}`,
      status: "received",
      at,
    });
  });
  return { id, contactId, messageId, phone, bsuid };
}
