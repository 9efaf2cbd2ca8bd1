import { createHash } from "node:crypto";
import type { WebhookItem } from "@/lib/whatsapp/types";

/**
 * What tells an item from another delivery of the same one. Whatever may have to wait for its message is named by its
 * wamid, so that it is found again when the message comes.
 */
export function dedupeHash(item: WebhookItem, channelId: string | null): Buffer {
  return hashOf(channelId, waitingKey(item) ?? item.dedupeKey);
}

export type WaitingKind = "amendment" | "reaction" | "status";

export function waitingHash(channelId: string, kind: WaitingKind, ...parts: string[]): Buffer {
  return hashOf(channelId, [kind, ...parts].join("|"));
}

function waitingKey(item: WebhookItem): string | null {
  switch (item.kind) {
    case "edit":
    case "revoke":
      return ["amendment", item.wamid].join("|");
    case "reaction":
      return ["reaction", item.wamid].join("|");
    case "status":
      return item.statusType === "message" ? ["status", item.wamid, item.status, recipientOf(item)].join("|") : null;
    case "echo":
      if (item.echo.action === "message") return null;
      return [item.echo.action === "reaction" ? "reaction" : "amendment", item.wamid].join("|");
    default:
      return null;
  }
}

/** The participant of a group, else empty: part of Meta's key for a status. */
export function recipientOf(item: Extract<WebhookItem, { kind: "status" }>): string {
  return item.participant?.phone ?? item.participant?.bsuid ?? "";
}

function hashOf(channelId: string | null, key: string): Buffer {
  return createHash("sha256")
    .update(`${channelId ?? "-"}|${key}`)
    .digest();
}
