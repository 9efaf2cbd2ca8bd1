import { storableText } from "@/lib/text";
import type { JsonObject, WebhookItem, WebhookProblem } from "@/lib/whatsapp/types";
import { readContacts } from "./contacts";
import { asList, asObject } from "./lenient";
import { accountReaders } from "./read-account";
import { readCall, readCallStatus } from "./read-call";
import { readContactSync } from "./read-contact-sync";
import { readEcho } from "./read-echo";
import { readConversion, readErrors, readGroup, readUserAction } from "./read-events";
import { readConversationContext, readHandover } from "./read-handover";
import { readHistory, readHistoryMedia } from "./read-history";
import { readMessage } from "./read-message";
import { readPreference } from "./read-preference";
import { readStatus } from "./read-status";
import { malformedItem, type Reader, readItem, type Scope, unknownItem } from "./scope";

const WITHDRAWN_TYPE = "request_welcome";

/** The lists a value may hold, whatever its field, and how to read an element of each. */
const lists: Record<string, Reader> = {
  messages: readMessage,
  statuses: readStatus,
  message_echoes: readEcho,
  user_preferences: readPreference,
  calls: readCall,
  state_sync: readContactSync,
  groups: readGroup,
  user_actions: readUserAction,
  automatic_events: readConversion,
  tracking_events: readConversion,
};

const around = new Set(["messaging_product", "metadata", "contacts"]);
const single = new Set(["standby", "errors", "history", "conversation_context"]);

/** One `value`, unfolded: everything known in it becomes items, what is new is named. */
export function walkValue(outer: Scope, value: JsonObject, path: string, problems: WebhookProblem[]): WebhookItem[] {
  const accountReader = accountReaders[outer.field];
  if (accountReader) return [readItem(outer, value, accountReader)];
  if (outer.field === "messaging_handovers") return [readItem(outer, value, readHandover)];

  const scope = { ...outer, contacts: readContacts(value.contacts) };
  const items = Object.keys(lists).flatMap((name) => walkList(scope, value, name));
  if (value.errors !== undefined) items.push(readItem(scope, value.errors, readErrors));
  items.push(...asList(value.history).flatMap((piece) => readHistory(scope, piece)));
  if (value.conversation_context !== undefined) {
    items.push(readItem(scope, value.conversation_context, readConversationContext));
  }
  items.push(...walkStandby(outer, value, path, problems));

  const unknownKeys = Object.keys(value).filter((key) => !(key in lists || around.has(key) || single.has(key)));
  if (items.length > 0) {
    problems.push(
      ...unknownKeys.map((key) => ({ path: `${path}.${storableText(key)}`, reason: "This key is not known." })),
    );
  } else if (unknownKeys.length > 0) {
    items.push(unknownItem(outer, value, `Nothing in the field ${outer.field} is known.`));
  } else if (value.standby === undefined) {
    problems.push({ path, reason: "The value holds nothing." });
  }
  return items;
}

function walkList(scope: Scope, value: JsonObject, name: string): WebhookItem[] {
  const list = value[name];
  if (list === undefined || list === null) return [];
  if (!Array.isArray(list)) return [malformedItem(scope, list, `${name} is not a list.`)];
  return list.map((raw) => {
    const element = asObject(raw);
    if (name === "messages" && element?.type === WITHDRAWN_TYPE) {
      return unknownItem(scope, raw, "Welcome requests were withdrawn; there is nothing to answer.");
    }
    return readItem(scope, raw, readerOf(scope, name, element));
  });
}

function readerOf(scope: Scope, name: string, element: JsonObject | null): Reader {
  if (name === "statuses" && (scope.field === "calls" || element?.type === "call")) return readCallStatus;
  if (scope.field === "history" && (name === "messages" || name === "message_echoes")) return readHistoryMedia;
  return lists[name] ?? readMessage;
}

/** While another responder owns the thread, the same value comes one level deeper. */
function walkStandby(scope: Scope, value: JsonObject, path: string, problems: WebhookProblem[]): WebhookItem[] {
  if (value.standby === undefined) return [];
  const inner = asObject(value.standby);
  if (!inner) return [malformedItem(scope, value.standby, "standby is not an object.")];
  return walkValue({ ...scope, standby: true }, inner, `${path}.standby`, problems);
}
