import { type Identity, type JsonObject, type JsonValue, readMetaErrors, type WebhookItem } from "@/lib/whatsapp/types";
import { addressesOf, identityOf, isNobody, usernameOf } from "./contacts";
import { digestOf, keyOf } from "./dedupe-key";
import { asList, asNumber, asObject, asText } from "./lenient";
import { readContent } from "./read-content";
import { isOurs, Malformed, type Reading, readItem, type Scope } from "./scope";
import { timestampMsOf } from "./timestamp";

/** An element of `history[]`: the chunk itself, then each message of its threads. */
export function readHistory(scope: Scope, raw: JsonValue): WebhookItem[] {
  const threads = asList(asObject(raw)?.threads);
  const messages = threads.flatMap((thread) => {
    const owner = ownerOf(asObject(thread));
    return asList(asObject(thread)?.messages).map((message) =>
      readItem(scope, message, (inner, clean) => readPastMessage(inner, clean, owner)),
    );
  });
  return [readItem(scope, raw, readChunk), ...messages];
}

/** Beside `history[]`: media that belong to it (`messages[]`) and what the business had sent (`message_echoes[]`). */
export function readHistoryMedia(scope: Scope, clean: JsonValue): Reading {
  return readPastMessage(scope, clean, null);
}

function readChunk(scope: Scope, clean: JsonValue): Reading {
  const chunk = asObject(clean);
  if (!chunk) throw new Malformed("The piece of history is not an object.");
  const errors = readMetaErrors(chunk.errors);
  const metadata = asObject(chunk.metadata);
  const phase = asNumber(metadata?.phase);
  const chunkOrder = asNumber(metadata?.chunk_order);
  const around = {
    key: keyOf("history chunk", scope.phoneNumberId, phase, chunkOrder, digestOf(clean)),
    timestampMs: scope.entryTimeMs,
  };
  if (errors.length > 0) return { ...around, body: { kind: "history", entry: { part: "declined", errors } } };
  const progress = asNumber(metadata?.progress);
  const threads = asList(chunk.threads).length;
  return { ...around, body: { kind: "history", entry: { part: "chunk", phase, chunkOrder, progress, threads } } };
}

function ownerOf(thread: JsonObject | null): Identity {
  const context = asObject(thread?.context);
  const addresses = addressesOf(context?.wa_id ?? thread?.id, context?.user_id, context?.parent_user_id);
  return { ...identityOf([], addresses, null), username: usernameOf(context?.username) };
}

function readPastMessage(scope: Scope, clean: JsonValue, owner: Identity | null): Reading {
  const message = asObject(clean);
  const wamid = asText(message?.id);
  if (!message || wamid === null) throw new Malformed("The past message has no id.");
  const timestampMs = timestampMsOf(message.timestamp);
  const sender = addressesOf(message.from, message.from_user_id, message.from_parent_user_id);
  const receiver = addressesOf(message.to, message.to_user_id, message.to_parent_user_id);
  const isOutbound = isOurs(scope, sender);
  const who = owner ?? identityOf(scope.contacts, isOutbound ? receiver : sender, timestampMs);
  if (isNobody(who)) throw new Malformed("The past message belongs to nobody.");
  return {
    key: keyOf("history", scope.phoneNumberId, wamid, asText(message.type)),
    timestampMs,
    body: {
      kind: "history",
      entry: {
        part: "message",
        wamid,
        direction: isOutbound ? "outbound" : "inbound",
        who,
        content: readContent(message),
        status: asText(asObject(message.history_context)?.status)?.toLowerCase() ?? null,
      },
    },
  };
}
