import type { JsonObject, JsonValue } from "@/lib/whatsapp/types";
import { type Addresses, addressesOf, identityOf, isNobody } from "./contacts";
import { keyOf } from "./dedupe-key";
import { asNumber, asObject, asText } from "./lenient";
import { isOurs, Malformed, type Reading, type Scope } from "./scope";
import { timestampMsOf } from "./timestamp";

const directions: Record<string, "inbound" | "outbound"> = {
  USER_INITIATED: "inbound",
  BUSINESS_INITIATED: "outbound",
};

/** An element of `calls[]`. */
export function readCall(scope: Scope, clean: JsonValue): Reading {
  const call = asObject(clean);
  const callId = asText(call?.id);
  if (!call || callId === null) throw new Malformed("The call has no id.");
  const timestampMs = timestampMsOf(call.timestamp);
  const event = asText(call.event);
  const status = asText(call.status)?.toUpperCase() ?? null;
  const direction = directions[asText(call.direction) ?? ""] ?? null;
  const startedAtMs = timestampMsOf(call.start_time);
  const addresses = customerOf(scope, call, direction);
  if (isNobody(addresses)) throw new Malformed("The call names no customer.");
  return {
    key: keyOf("call", callId, event, status),
    timestampMs,
    body: {
      kind: "call",
      callId,
      event,
      direction,
      who: identityOf(scope.contacts, addresses, timestampMs),
      status,
      missed: direction === "inbound" && event === "terminate" && startedAtMs === null && status !== "COMPLETED",
      startedAtMs,
      endedAtMs: timestampMsOf(call.end_time),
      durationSeconds: asNumber(call.duration),
      callbackData: asText(call.biz_opaque_callback_data),
    },
  };
}

/** The side that is not our number: recordings carry no direction, and samples have a wrong one. */
function customerOf(scope: Scope, call: JsonObject, direction: "inbound" | "outbound" | null): Addresses {
  const caller = addressesOf(call.from, call.from_user_id, call.from_parent_user_id);
  const callee = addressesOf(call.to, call.to_user_id, call.to_parent_user_id);
  const [likely, other] = direction === "outbound" ? [callee, caller] : [caller, callee];
  return isNobody(likely) || (isOurs(scope, likely) && !isNobody(other)) ? other : likely;
}

/** An element of `statuses[]` of type call: ringing, accepted, rejected. */
export function readCallStatus(scope: Scope, clean: JsonValue): Reading {
  const source = asObject(clean);
  const callId = asText(source?.id);
  const status = asText(source?.status)?.toUpperCase() ?? null;
  if (!source || callId === null || status === null) throw new Malformed("The call status has no id or no value.");
  const timestampMs = timestampMsOf(source.timestamp);
  const recipient = addressesOf(source.recipient_id, source.recipient_user_id, source.recipient_parent_user_id);
  return {
    key: keyOf("call_status", callId, status),
    timestampMs,
    body: {
      kind: "call_status",
      callId,
      status,
      recipient: identityOf(scope.contacts, recipient, timestampMs),
      callbackData: asText(source.biz_opaque_callback_data),
    },
  };
}
