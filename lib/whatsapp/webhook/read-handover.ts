import type { JsonObject, JsonValue } from "@/lib/whatsapp/types";
import { addressesOf, identityOf, isNobody } from "./contacts";
import { digestOf, keyOf } from "./dedupe-key";
import { asObject, asText } from "./lenient";
import { Malformed, type Reading, type Scope } from "./scope";
import { timestampMsOf } from "./timestamp";

/** The value of `messaging_handovers`: a thread got another owner. */
export function readHandover(scope: Scope, clean: JsonValue): Reading {
  const value = asObject(clean);
  const sender = asObject(value?.sender);
  const addresses = addressesOf(sender?.phone_number, sender?.user_id, sender?.parent_user_id);
  if (!value || isNobody(addresses)) throw new Malformed("The hand-over does not say whose thread it is.");
  const type = asText(value.type);
  const change = type === "control_passed" || type === "control_taken" ? type : "other";
  const control = asObject(value.control_passed) ?? asObject(value.control_taken);
  const timestampMs = timestampMsOf(value.timestamp);
  return {
    key: keyOf("handover", scope.phoneNumberId, addresses.bsuid ?? addresses.phone, type, timestampMs),
    timestampMs,
    body: {
      kind: "handover",
      who: identityOf(scope.contacts, addresses, timestampMs),
      change,
      previousOwnerRole: asText(control?.previous_owner_role),
      newOwnerRole: asText(control?.new_owner_role),
      previousOwnerAppId: asText(control?.previous_owner_app_id),
      newOwnerAppId: asText(control?.new_owner_app_id),
      metadata: asText(control?.metadata),
      summary: summaryOf(asObject(control?.conversation_context)),
    },
  };
}

/** `value.conversation_context`: what the responder before us understood, beside the first message that is ours. */
export function readConversationContext(scope: Scope, clean: JsonValue): Reading {
  const [only, ...others] = scope.contacts;
  const who = only && others.length === 0 && !isNobody(only) ? identityOf(scope.contacts, only, null) : null;
  return {
    key: keyOf("context", scope.phoneNumberId, who?.bsuid ?? who?.phone, digestOf(clean)),
    timestampMs: scope.entryTimeMs,
    body: { kind: "conversation_context", who, summary: summaryOf(asObject(clean)) },
  };
}

function summaryOf(context: JsonObject | null): string | null {
  return asText(asObject(context?.summary)?.text);
}
