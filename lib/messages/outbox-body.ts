import type { MessageContent } from "@/lib/whatsapp/types";

/** What leaves, apart from the address, which is looked up when it leaves: people change numbers. */
export type OutboxBody = { content: MessageContent; quotedWamid: string | null };

export type TenantSeal = (plain: string, context: string) => Buffer;

export function sealBody(seal: TenantSeal, messageId: string, body: OutboxBody): Buffer {
  return seal(JSON.stringify(body), bodyContext(messageId));
}

export function bodyContext(messageId: string): string {
  return `outbox|body_sealed|${messageId}`;
}
