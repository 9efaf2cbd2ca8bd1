import {
  type JsonObject,
  type JsonValue,
  type MessageContext,
  type Referral,
  readMetaErrors,
} from "@/lib/whatsapp/types";
import { addressesOf, identityOf, isNobody } from "./contacts";
import { keyOf } from "./dedupe-key";
import { asFlag, asObject, asText } from "./lenient";
import { readContent } from "./read-content";
import { readSystem } from "./read-system";
import { Malformed, type Reading, type Scope } from "./scope";
import { timestampMsOf } from "./timestamp";

/** An element of `messages[]`: a message, or an edit, revoke, reaction or system event in the guise of one. */
export function readMessage(scope: Scope, clean: JsonValue): Reading {
  const message = asObject(clean);
  if (!message) throw new Malformed("The message is not an object.");
  const wamid = asText(message.id);
  if (wamid === null) throw new Malformed("The message has no id.");
  const timestampMs = timestampMsOf(message.timestamp);
  const around = {
    key: keyOf("message", scope.phoneNumberId, wamid),
    timestampMs,
    groupId: asText(message.group_id),
  };
  if (message.type === "system") return { ...around, body: readSystem(scope, message, wamid, timestampMs) };

  const addresses = addressesOf(message.from, message.from_user_id, message.from_parent_user_id);
  if (isNobody(addresses)) throw new Malformed("The message has no sender.");
  const from = identityOf(scope.contacts, addresses, timestampMs);
  const event = readMessageEvent(message);
  if (event?.action === "edit") {
    return {
      ...around,
      body: { kind: "edit", wamid, from, originalWamid: event.originalWamid, content: event.content },
    };
  }
  if (event?.action === "revoke") {
    return { ...around, body: { kind: "revoke", wamid, from, originalWamid: event.originalWamid } };
  }
  if (event?.action === "reaction") {
    return {
      ...around,
      body: { kind: "reaction", wamid, from, targetWamid: event.targetWamid, emoji: event.emoji },
    };
  }
  return {
    ...around,
    body: {
      kind: "message",
      wamid,
      from,
      content: readContent(message),
      context: readContext(message.context),
      referral: readReferral(message.referral),
      errors: readMetaErrors(message.errors),
    },
  };
}

/** What a message does to an earlier one; null when it stands on its own. Shared with echoes. */
export function readMessageEvent(message: JsonObject) {
  if (message.type === "edit") {
    const edit = asObject(message.edit);
    const inner = asObject(edit?.message);
    if (!inner) throw new Malformed("The edit has no new content.");
    return { action: "edit", originalWamid: originalOf(edit), content: readContent(inner) } as const;
  }
  if (message.type === "revoke") {
    return { action: "revoke", originalWamid: originalOf(asObject(message.revoke)) } as const;
  }
  if (message.type === "reaction") {
    const reaction = asObject(message.reaction);
    const targetWamid = asText(reaction?.message_id);
    if (targetWamid === null) throw new Malformed("The reaction names no message.");
    return { action: "reaction", targetWamid, emoji: asText(reaction?.emoji) } as const;
  }
  return null;
}

function originalOf(event: JsonObject | null): string {
  const original = asText(event?.original_message_id);
  if (original === null) throw new Malformed("The event names no original message.");
  return original;
}

export function readContext(value: JsonValue | undefined): MessageContext | null {
  const context = asObject(value);
  if (!context) return null;
  const product = asObject(context.referred_product);
  return {
    wamid: asText(context.id),
    from: asText(context.from),
    forwarded: asFlag(context.forwarded) ?? false,
    frequentlyForwarded: asFlag(context.frequently_forwarded) ?? false,
    product: product && {
      catalogId: asText(product.catalog_id),
      productRetailerId: asText(product.product_retailer_id),
    },
  };
}

function readReferral(value: JsonValue | undefined): Referral | null {
  const referral = asObject(value);
  if (!referral) return null;
  return {
    sourceUrl: asText(referral.source_url),
    sourceId: asText(referral.source_id),
    sourceType: asText(referral.source_type),
    headline: asText(referral.headline),
    body: asText(referral.body),
    mediaType: asText(referral.media_type),
    imageUrl: asText(referral.image_url),
    videoUrl: asText(referral.video_url),
    thumbnailUrl: asText(referral.thumbnail_url),
    clickId: asText(referral.ctwa_clid),
    ref: asText(referral.ref),
    welcomeText: asText(asObject(referral.welcome_message)?.text),
  };
}
