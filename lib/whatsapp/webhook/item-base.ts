import type { JsonValue } from "@/lib/whatsapp/types";

export type ItemBase = {
  /** The subscription field, as Meta named it. */
  field: string;
  /** `entry.id`: usually the WABA; for some account events a business portfolio, or "0". */
  wabaId: string | null;
  phoneNumberId: string | null;
  /** Digits, for showing only: a channel is found by its id. */
  displayPhoneNumber: string | null;
  /** A copy: another responder owns the thread. */
  standby: boolean;
  /** Set for group chats. */
  groupId: string | null;
  /** Meta's time; null when missing or not a time. */
  timestampMs: number | null;
  /** Equal for every delivery of the same fact, whatever the batching; unique within a tenant. */
  dedupeKey: string;
  /** NUL or broken Unicode was replaced in everything but `raw`. */
  sanitised: boolean;
  /** The JSON subtree as it came. May hold U+0000. */
  raw: JsonValue;
};
