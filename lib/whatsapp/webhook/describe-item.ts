import type { Identity, WebhookItem } from "@/lib/whatsapp/types";

/** For tests: items in a few words each, such as `status delivered (phone bsuid name)`. */
export function describeItems(items: WebhookItem[]): string {
  const words = items.map(describeItem);
  const isUniform = words.length > 4 && new Set(words).size === 1;
  return isUniform ? `${words[0]} × ${words.length}` : words.join("; ");
}

function describeItem(item: WebhookItem): string {
  const who = whoOf(item);
  const marks = [
    item.standby && "standby",
    item.kind,
    whatOf(item),
    item.groupId !== null && "group",
    item.timestampMs === null && "timeless",
    item.sanitised && "sanitised",
    who && `(${known(who)})`,
  ];
  return marks.filter(Boolean).join(" ");
}

function known(who: Identity): string {
  const parts = [
    who.phone && "phone",
    who.bsuid && "bsuid",
    who.parentBsuid && "parent",
    who.username && "username",
    who.profileName && "name",
  ];
  return parts.filter(Boolean).join(" ");
}

function whoOf(item: WebhookItem): Identity | null {
  switch (item.kind) {
    case "message":
    case "edit":
    case "revoke":
    case "reaction":
    case "system":
      return item.from;
    case "echo":
      return item.to;
    case "status":
      return item.participant ?? item.recipient;
    case "call_status":
      return item.recipient;
    case "preference":
    case "call":
    case "handover":
    case "conversation_context":
    case "contact_sync":
      return item.who;
    case "history":
      return item.entry.part === "message" ? item.entry.who : null;
    default:
      return null;
  }
}

function whatOf(item: WebhookItem): string | null {
  switch (item.kind) {
    case "message":
      return item.content.type === "interactive" ? item.content.interactive.type : item.content.type;
    case "edit":
      return item.content.type;
    case "reaction":
      return item.emoji ?? "removed";
    case "echo":
      return item.echo.action === "message" ? item.echo.content.type : item.echo.action;
    case "status":
      return item.errors[0] ? `${item.status} ${item.errors[0].code}` : item.status;
    case "system":
    case "handover":
      return item.change;
    case "errors":
      return item.errors.map(({ code }) => code).join(" ");
    case "preference":
      return item.value;
    case "call":
      return item.missed ? "missed" : item.event;
    case "call_status":
      return item.status;
    case "history":
      return historyWords(item.entry);
    case "template":
      return [item.change, item.event].filter(Boolean).join(" ");
    case "phone_number":
      return `${item.change} ${item.event}`;
    case "contact_sync":
      return item.action;
    case "account":
    case "group":
    case "user_action":
    case "conversion":
    case "flow":
      return item.event;
    default:
      return null;
  }
}

function historyWords(entry: Extract<WebhookItem, { kind: "history" }>["entry"]): string {
  if (entry.part === "message") return `${entry.direction} ${entry.content.type}`;
  return entry.part === "chunk" ? `chunk of ${entry.threads}` : "declined";
}
