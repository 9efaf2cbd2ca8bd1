import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from "node:crypto";
import { isUuid } from "@/lib/ids";
import { derivedKey } from "@/lib/vault";

const VERSION = "1";
const MAC_BYTES = 8;

/**
 * What goes out as `biz_opaque_callback_data` and comes back in every status: how a status finds its message before
 * its wamid is known. The code keeps a stranger's app on the same number from naming our messages.
 */
export function callbackOf(messageId: string): string {
  return `${VERSION}.${messageId}.${macOf(messageId).toString("hex")}`;
}

/** The message id; null for what somebody else wrote there. */
export function readCallback(value: string | null): string | null {
  const [version, messageId, mac, ...rest] = value?.split(".") ?? [];
  if (version !== VERSION || !isUuid(messageId) || rest.length > 0) return null;
  const given = Buffer.from(mac ?? "", "hex");
  return given.length === MAC_BYTES && timingSafeEqual(given, macOf(messageId)) ? messageId : null;
}

let key: KeyObject | undefined;

function macOf(messageId: string): Buffer {
  key ??= createSecretKey(derivedKey("callback"));
  return createHmac("sha256", key).update(messageId).digest().subarray(0, MAC_BYTES);
}
