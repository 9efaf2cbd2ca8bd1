import { storableText } from "@/lib/text";
import {
  type JsonObject,
  type JsonValue,
  phoneDigits,
  type WebhookItem,
  type WebhookProblem,
  type WebhookReading,
} from "@/lib/whatsapp/types";
import { isValueTooDeep, MAX_DEPTH } from "./depth";
import { asObject, asText } from "./lenient";
import { parseWebhookBody } from "./parse";
import { malformedItem, type Scope, unknownItem } from "./scope";
import { timestampMsOf } from "./timestamp";
import { walkValue } from "./walk-value";

/**
 * Unfolds a webhook body into items that each belong to one number or account. Never throws: what cannot be read ends
 * as an item of kind `unknown` or `malformed`, or, where there is no item, as a problem with its reason.
 */
export function readWebhook(body: Uint8Array | JsonValue): WebhookReading {
  if (body instanceof Uint8Array) {
    const parsed = parseWebhookBody(body);
    return parsed.ok ? walk(parsed.value) : setAside(parsed.reason);
  }
  return isValueTooDeep(body) ? setAside(`The body is nested deeper than ${MAX_DEPTH} levels.`) : walk(body);
}

function setAside(reason: string): WebhookReading {
  return { items: [], problems: [{ path: "", reason }] };
}

function walk(body: JsonValue): WebhookReading {
  const root = asObject(body);
  if (!root) return setAside("The body is not an object.");
  if (!Array.isArray(root.entry)) return setAside("The body has no entries.");
  const product = asText(root.object) ?? "whatsapp_business_account";
  const problems: WebhookProblem[] = [];
  const items = root.entry.flatMap((entry, at) => walkEntry(product, entry, `entry.${at}`, problems));
  if (root.entry.length === 0) problems.push({ path: "entry", reason: "There are no entries." });
  return { items, problems };
}

function walkEntry(product: string, raw: JsonValue, path: string, problems: WebhookProblem[]): WebhookItem[] {
  const entry = asObject(raw);
  const scope = entryScope(product, entry);
  if (!entry) return [malformedItem(scope, raw, "The entry is not an object.")];
  if (product !== "whatsapp_business_account") {
    return [unknownItem(scope, raw, `This is an event of ${product}, not of WhatsApp.`)];
  }
  if (!Array.isArray(entry.changes)) return [malformedItem(scope, raw, "The entry has no changes.")];
  if (entry.changes.length === 0) problems.push({ path: `${path}.changes`, reason: "There are no changes." });
  return entry.changes.flatMap((change, at) => walkChange(scope, entry, change, `${path}.changes.${at}`, problems));
}

function entryScope(product: string, entry: JsonObject | null): Scope {
  return {
    field: product,
    wabaId: storableId(entry?.id),
    phoneNumberId: null,
    displayPhoneNumber: null,
    standby: false,
    entryTimeMs: timestampMsOf(entry?.time),
    contacts: [],
  };
}

function walkChange(
  outer: Scope,
  entry: JsonObject,
  raw: JsonValue,
  path: string,
  problems: WebhookProblem[],
): WebhookItem[] {
  const change = asObject(raw);
  const value = asObject(change?.value);
  // Meta's own samples misplace the field in the value or in the entry.
  const field = storableId(change?.field) ?? storableId(value?.field) ?? storableId(entry.field) ?? "";
  const scope = { ...outer, field, standby: field === "standby", ...numberOf(value) };
  if (!change || !value) return [malformedItem(scope, raw, "The change has no value.")];
  return walkValue(scope, value, `${path}.value`, problems);
}

/** The number a value is about, wherever its field puts it. */
function numberOf(value: JsonObject | null): Pick<Scope, "phoneNumberId" | "displayPhoneNumber"> {
  const holders = [value?.metadata, value?.recipient, value?.phone_number_settings].map(asObject);
  const ids = holders.map((holder) => storableId(holder?.phone_number_id));
  const numbers = [
    ...holders.map((holder) => holder?.display_phone_number),
    value?.display_phone_number,
    value?.phone_number,
  ];
  const display = numbers.map(asText).find((number) => number !== null);
  return {
    phoneNumberId: ids.find((id) => id !== null) ?? null,
    displayPhoneNumber: display ? phoneDigits(display) : null,
  };
}

function storableId(value: JsonValue | undefined): string | null {
  const id = asText(value);
  return id === null ? null : storableText(id);
}
