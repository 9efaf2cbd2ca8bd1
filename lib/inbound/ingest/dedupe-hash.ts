import { createHash } from "node:crypto";
import { type WaitingKind, waitingHash } from "@/lib/messages";
import type { WebhookItem } from "@/lib/whatsapp/types";

/**
 * What tells an item from another delivery of the same one. Whatever may have to wait for its message is named by its
 * wamid, so that it is found again when the message comes.
 */
export function dedupeHash(item: WebhookItem, channelId: string | null): Buffer {
  const waiting = channelId === null ? null : waitingKey(item);
  if (channelId !== null && waiting) return waitingHash(channelId, ...waiting);
  return createHash("sha256")
    .update(`${channelId ?? "-"}|${item.dedupeKey}`)
    .digest();
}

function waitingKey(item: WebhookItem): [WaitingKind, ...string[]] | null {
  switch (item.kind) {
    case "edit":
    case "revoke":
      return ["amendment", item.wamid];
    case "reaction":
      return ["reaction", item.wamid];
    case "status":
      return item.statusType === "message" ? ["status", item.wamid, item.status, recipientOf(item)] : null;
    case "echo":
      if (item.echo.action === "message") return null;
      return [item.echo.action === "reaction" ? "reaction" : "amendment", item.wamid];
    default:
      return null;
  }
}

/** The participant of a group, else empty: part of Meta's key for a status. */
export function recipientOf(item: Extract<WebhookItem, { kind: "status" }>): string {
  return item.participant?.phone ?? item.participant?.bsuid ?? "";
}
