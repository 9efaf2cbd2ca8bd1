import { type JsonValue, readMetaErrors } from "@/lib/whatsapp/types";
import { digestOf, keyOf } from "./dedupe-key";
import { asObject, asText } from "./lenient";
import { Malformed, type Reading, type Scope } from "./scope";
import { timestampMsOf } from "./timestamp";

/** Elements that are kept and shown, but that nothing but their name is read of. */

export function readGroup(scope: Scope, clean: JsonValue): Reading {
  const value = objectOf(clean, "The group event");
  return {
    key: eventKey("group", scope, clean),
    timestampMs: timestampMsOf(value.timestamp),
    groupId: asText(value.group_id),
    body: { kind: "group", event: asText(value.type), value },
  };
}

export function readUserAction(scope: Scope, clean: JsonValue): Reading {
  const value = objectOf(clean, "The user action");
  return {
    key: eventKey("user_action", scope, clean),
    timestampMs: timestampMsOf(value.timestamp),
    body: { kind: "user_action", event: asText(value.action_type), value },
  };
}

export function readConversion(scope: Scope, clean: JsonValue): Reading {
  const value = objectOf(clean, "The conversion");
  return {
    key: eventKey("conversion", scope, clean),
    timestampMs: timestampMsOf(value.timestamp),
    body: { kind: "conversion", event: asText(value.event_name), wamid: asText(value.id), value },
  };
}

/** `value.errors`: they carry no time and no id, so equal errors of one number are one item. */
export function readErrors(scope: Scope, clean: JsonValue): Reading {
  const errors = readMetaErrors(clean);
  if (errors.length === 0) throw new Malformed("The errors hold no code.");
  return {
    key: eventKey("errors", scope, clean),
    timestampMs: scope.entryTimeMs,
    body: { kind: "errors", errors },
  };
}

function objectOf(clean: JsonValue, name: string) {
  const value = asObject(clean);
  if (!value) throw new Malformed(`${name} is not an object.`);
  return value;
}

function eventKey(kind: string, scope: Scope, clean: JsonValue): string {
  return keyOf(kind, digestOf([scope.field, scope.wabaId, scope.phoneNumberId, scope.entryTimeMs, clean]));
}
