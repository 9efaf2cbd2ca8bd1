import { whoOf } from "@/lib/inbound/ingest/who";
import { readWebhook } from "@/lib/whatsapp";
import type { Identity, JsonObject, JsonValue, WebhookItem, WebhookItemKind } from "@/lib/whatsapp/types";

/** What is kept of an item: the body that Meta would have sent had it sent this alone, or the item as it was read. */
export type CutOut = { body: JsonObject } | { item: WebhookItem };

/** Where the elements of a kind lie; kinds that take something from further around are kept as they were read. */
const listOf: Partial<Record<WebhookItemKind, string>> = {
  message: "messages",
  edit: "messages",
  revoke: "messages",
  reaction: "messages",
  system: "messages",
  status: "statuses",
  call_status: "statuses",
  echo: "message_echoes",
  preference: "user_preferences",
  call: "calls",
  contact_sync: "state_sync",
};

/** A third of the size of the item, and a later version reads more out of it than this one does. */
export function cutOut(item: WebhookItem): CutOut {
  const list = listOf[item.kind];
  if (list === undefined) return { item };
  const { phoneNumberId, displayPhoneNumber } = item;
  const inner = { ...contactsOf(whoOf(item)?.identity), [list]: [item.raw] };
  const value = {
    metadata: { phone_number_id: phoneNumberId, display_phone_number: displayPhoneNumber },
    ...(item.standby ? { standby: inner } : inner),
  };
  return { body: bodyOf(item, value) };
}

/** The items of what was kept: one, or several when this version knows more of it than the one that kept it. */
export function readCutOut(kept: CutOut): WebhookItem[] {
  if ("body" in kept) return readWebhook(kept.body).items;
  const { item } = kept;
  if (item.kind !== "unknown") return [item];
  const { items } = readWebhook(bodyOf(item, item.raw));
  return items.some(({ kind }) => kind !== "unknown") ? items : [item];
}

function bodyOf({ wabaId, field }: WebhookItem, value: JsonValue): JsonObject {
  return { object: "whatsapp_business_account", entry: [{ id: wabaId, changes: [{ field, value }] }] };
}

function contactsOf(identity: Identity | undefined): JsonObject {
  if (!identity) return {};
  const { phone, bsuid, parentBsuid, profileName, username } = identity;
  const profile = { ...given("name", profileName), ...given("username", username) };
  const contact = { ...given("wa_id", phone), ...given("user_id", bsuid), ...given("parent_user_id", parentBsuid) };
  return { contacts: [{ ...contact, ...(Object.keys(profile).length > 0 ? { profile } : {}) }] };
}

function given(key: string, value: string | null): JsonObject {
  return value === null ? {} : { [key]: value };
}
