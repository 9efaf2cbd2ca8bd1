import type { ItemBase, JsonValue, WebhookItem } from "@/lib/whatsapp/types";
import type { Addresses, Contact } from "./contacts";
import { digestOf, keyOf } from "./dedupe-key";
import { storable } from "./storable";

/** What surrounds an item in its body. */
export type Scope = {
  field: string;
  wabaId: string | null;
  phoneNumberId: string | null;
  displayPhoneNumber: string | null;
  standby: boolean;
  entryTimeMs: number | null;
  contacts: Contact[];
};

/** Our own number, not a customer's. */
export function isOurs(scope: Scope, { phone, bsuid }: Addresses): boolean {
  return bsuid === null && phone !== null && phone === scope.displayPhoneNumber;
}

type Body<Item> = Item extends WebhookItem ? Omit<Item, keyof ItemBase> : never;

/** What a reader finds in one subtree; the scope adds the rest. `key` is the dedupe key without the standby mark. */
export type Reading = { key: string; timestampMs: number | null; groupId?: string | null; body: Body<WebhookItem> };

/** Thrown by a reader that misses something it needs; ends in an item of kind `malformed`. */
export class Malformed extends Error {}

export type Reader = (scope: Scope, clean: JsonValue) => Reading;

/** Reads one subtree on its own, so that a bad one costs its neighbours nothing. */
export function readItem(scope: Scope, raw: JsonValue, reader: Reader): WebhookItem {
  const { clean, sanitised } = storable(raw);
  try {
    return itemOf(scope, raw, sanitised, reader(scope, clean));
  } catch (error) {
    return setAside(scope, raw, sanitised, error);
  }
}

export function malformedItem(scope: Scope, raw: JsonValue, reason: string): WebhookItem {
  return itemOf(scope, raw, false, { ...asideReading(scope, raw), body: { kind: "malformed", reason } });
}

export function unknownItem(scope: Scope, raw: JsonValue, reason: string): WebhookItem {
  return itemOf(scope, raw, false, { ...asideReading(scope, raw), body: { kind: "unknown", reason } });
}

function setAside(scope: Scope, raw: JsonValue, sanitised: boolean, error: unknown): WebhookItem {
  const reason = error instanceof Malformed ? error.message : "It could not be read.";
  return itemOf(scope, raw, sanitised, { ...asideReading(scope, raw), body: { kind: "malformed", reason } });
}

function asideReading(scope: Scope, raw: JsonValue): Omit<Reading, "body"> {
  const key = keyOf("aside", digestOf([scope.field, scope.wabaId, scope.phoneNumberId, scope.entryTimeMs, raw]));
  return { key, timestampMs: scope.entryTimeMs };
}

function itemOf(scope: Scope, raw: JsonValue, sanitised: boolean, reading: Reading): WebhookItem {
  return {
    field: scope.field,
    wabaId: scope.wabaId,
    phoneNumberId: scope.phoneNumberId,
    displayPhoneNumber: scope.displayPhoneNumber,
    standby: scope.standby,
    groupId: reading.groupId ?? null,
    timestampMs: reading.timestampMs,
    dedupeKey: scope.standby ? `standby:${reading.key}` : reading.key,
    sanitised,
    raw,
    ...reading.body,
  };
}
