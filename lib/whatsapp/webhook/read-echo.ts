import type { JsonObject, JsonValue } from "@/lib/whatsapp/types";
import { type Addresses, addressesOf, identityOf, isNobody } from "./contacts";
import { keyOf } from "./dedupe-key";
import { asObject, asText } from "./lenient";
import { readContent } from "./read-content";
import { readContext, readMessageEvent } from "./read-message";
import { isOurs, Malformed, type Reading, type Scope } from "./scope";
import { timestampMsOf } from "./timestamp";

/** An element of `message_echoes[]`; in standby what was sent lies one level deeper, under `message`. */
export function readEcho(scope: Scope, clean: JsonValue): Reading {
  const outer = asObject(clean);
  const echo = outer && unfolded(outer);
  const wamid = asText(echo?.id);
  if (!echo || wamid === null) throw new Malformed("The echo has no id.");
  const timestampMs = timestampMsOf(echo.timestamp);
  const isGroup = echo.recipient_type === "group";
  const addresses = isGroup ? addressesOf(null, null, null) : recipientOf(scope, echo);
  if (isNobody(addresses) && !isGroup) throw new Malformed("The echo has no recipient.");
  return {
    key: keyOf("echo", wamid),
    timestampMs,
    groupId: asText(echo.group_id) ?? (isGroup ? asText(echo.to) : null),
    body: {
      kind: "echo",
      wamid,
      to: identityOf(scope.contacts, addresses, timestampMs),
      echo: readMessageEvent(echo) ?? {
        action: "message",
        content: readContent(echo),
        context: readContext(echo.context),
      },
      callbackData: asText(echo.biz_opaque_callback_data),
    },
  };
}

function unfolded(outer: JsonObject): JsonObject {
  const inner = asObject(outer.message);
  return inner ? { ...outer, ...inner, id: outer.id ?? inner.id ?? null } : outer;
}

/** Edits and deletions have been seen with the two sides swapped. */
function recipientOf(scope: Scope, echo: JsonObject): Addresses {
  const to = addressesOf(echo.to, echo.to_user_id ?? echo.recipient, echo.to_parent_user_id);
  const from = addressesOf(echo.from, echo.from_user_id, echo.from_parent_user_id);
  return isOurs(scope, to) && !isNobody(from) ? from : to;
}
