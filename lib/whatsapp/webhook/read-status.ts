import { type JsonObject, type JsonValue, readMetaErrors } from "@/lib/whatsapp/types";
import { addressesOf, identityOf, isNobody } from "./contacts";
import { keyOf } from "./dedupe-key";
import { asFlag, asObject, asText } from "./lenient";
import { Malformed, type Reading, type Scope } from "./scope";
import { timestampMsOf } from "./timestamp";

/** An element of `statuses[]` about a message or a payment. Older drafts named some keys differently. */
export function readStatus(scope: Scope, clean: JsonValue): Reading {
  const source = asObject(clean);
  const wamid = asText(source?.id);
  const status = asText(source?.status)?.toLowerCase() ?? null;
  if (!source || wamid === null) throw new Malformed("The status names no message.");
  if (status === null) throw new Malformed("The status has no value.");
  const timestampMs = timestampMsOf(source.timestamp);
  const isGroup = source.recipient_type === "group";
  const participant = participantOf(source);
  const errors = readMetaErrors(source.errors);
  const recipient = addressesOf(
    isGroup ? null : source.recipient_id,
    source.recipient_user_id,
    source.recipient_parent_user_id ?? source.parent_recipient_user_id ?? source.parent_user_id,
  );
  const statusType = asText(source.type) ?? "message";
  return {
    key: keyOf(
      "status",
      wamid,
      statusType === "message" ? status : `${statusType} ${status}`,
      participant.phone ?? participant.bsuid,
      status === "failed" ? errors[0]?.code : null,
    ),
    timestampMs,
    groupId: isGroup ? asText(source.recipient_id) : null,
    body: {
      kind: "status",
      wamid,
      status,
      statusType,
      recipient: identityOf(scope.contacts, recipient, timestampMs),
      participant: isNobody(participant) ? null : identityOf(scope.contacts, participant, timestampMs),
      errors,
      pricing: readPricing(source.pricing),
      conversation: readConversation(source.conversation),
      callbackData: asText(source.biz_opaque_callback_data),
    },
  };
}

function participantOf(source: JsonObject) {
  return addressesOf(
    source.recipient_participant_id ?? source.participant_recipient_id,
    source.recipient_participant_user_id,
    source.recipient_participant_parent_user_id,
  );
}

function readPricing(value: JsonValue | undefined) {
  const pricing = asObject(value);
  if (!pricing) return null;
  return {
    billable: asFlag(pricing.billable),
    model: asText(pricing.pricing_model),
    type: asText(pricing.type),
    category: asText(pricing.category),
  };
}

function readConversation(value: JsonValue | undefined) {
  const conversation = asObject(value);
  if (!conversation) return null;
  return {
    id: asText(conversation.id),
    origin: asText(asObject(conversation.origin)?.type),
    expiresAtMs: timestampMsOf(conversation.expiration_timestamp),
  };
}
