/** Plain types of channels; components read them too. */

/** When a customer is told that a message was read. */
export const readReceiptModes = ["on_open", "on_reply", "by_hand"] as const;
export type ReadReceiptMode = (typeof readReceiptModes)[number];

export type Channel = {
  id: string;
  name: string;
  phoneNumberId: string;
  wabaId: string;
  displayPhoneNumber: string;
  state: "active" | "stopped" | "disconnected";
  /** Why sending is stopped, in words. */
  stopped: { code: number; title: string; nextStep: string; at: string } | null;
  department: { id: string; name: string } | null;
  readReceipts: ReadReceiptMode;
  /** Where Meta posts to, and what to paste as the verify token. */
  webhookPath: string;
  createdAt: string;
};

/** The outcome of one check of the set-up. */
export type ChannelCheck = {
  name: "app" | "token" | "number" | "subscription";
  state: "passed" | "failed" | "skipped";
  /** What was found, for a machine; `meta_<code>` where Meta refused. */
  code: string;
  /** What the words name: the number, or the permissions that are missing. */
  value: string | null;
  message: string;
  nextStep: string | null;
};
