import type { Addresses } from "@/lib/contacts";
import { type Identity, type MessageContent, phoneDigits, type WebhookItem } from "@/lib/whatsapp/types";

/** Whom an item is about; `makesContact` when it comes from or went to them, so that they are a contact from then on. */
export type Who = { identity: Identity; makesContact: boolean };

export function whoOf(item: WebhookItem): Who | null {
  switch (item.kind) {
    case "message":
    case "edit":
    case "revoke":
    case "reaction":
    case "system":
      return { identity: item.from, makesContact: true };
    case "echo":
      return { identity: item.to, makesContact: true };
    case "call":
      return { identity: item.who, makesContact: item.direction !== null };
    case "status":
      return { identity: item.participant ?? item.recipient, makesContact: false };
    case "call_status":
      return { identity: item.recipient, makesContact: false };
    // Who opts out before writing to us is to be known when somebody wants to write to them.
    case "preference":
      return { identity: item.who, makesContact: true };
    case "handover":
    case "contact_sync":
      return { identity: item.who, makesContact: false };
    case "conversation_context":
      return item.who && { identity: item.who, makesContact: false };
    case "history":
      return item.entry.part === "message" ? { identity: item.entry.who, makesContact: false } : null;
    default:
      return null;
  }
}

/** By what the person of an item is found. */
export function addressesIn(item: WebhookItem): Addresses | null {
  const { identity } = whoOf(item) ?? {};
  if (!identity) return null;
  const { phone, bsuid, parentBsuid } = identity;
  return { phone: phone ?? (item.kind === "message" ? sharedPhone(item.content) : null), bsuid, parentBsuid };
}

/** Asked for their number, customers send a card of themselves; any other card is somebody else's. */
function sharedPhone(content: MessageContent): string | null {
  if (content.type !== "contacts") return null;
  const own = content.contacts.find(({ origin }) => origin === "contact_request")?.phones?.[0];
  const written = own?.wa_id ?? own?.phone;
  return written === undefined ? null : phoneDigits(written);
}

/** What the person is known as from then on, when the item says so. */
export function afterOf(item: WebhookItem): Addresses | null {
  const isChange = item.kind === "system" && (item.change === "number_changed" || item.change === "user_id_changed");
  return isChange ? item.after : null;
}

/** Every message id that an item names. */
export function wamidsOf(item: WebhookItem): string[] {
  switch (item.kind) {
    case "message":
    case "system":
    case "status":
      return [item.wamid];
    case "edit":
    case "revoke":
      return [item.wamid, item.originalWamid];
    case "reaction":
      return [item.wamid, item.targetWamid];
    case "echo":
      return [item.wamid, ...echoTargets(item.echo)];
    case "history":
      return item.entry.part === "message" ? [item.entry.wamid] : [];
    default:
      return [];
  }
}

function echoTargets(echo: Extract<WebhookItem, { kind: "echo" }>["echo"]): string[] {
  if (echo.action === "message") return [];
  return [echo.action === "reaction" ? echo.targetWamid : echo.originalWamid];
}
