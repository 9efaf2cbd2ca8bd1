import type { WindowView } from "@/components/conversations/service-window";
import type { ConversationSummary } from "@/lib/conversations/types";

/** Why nothing can be written here now; null where it can. The gate on the server says the last word. */
export type Closed =
  | "resolved"
  | "otherResponder"
  | "channelDisconnected"
  | "channelStopped"
  | "windowClosed"
  | "windowNever";

export function whyClosed({ state, owner, channel }: ConversationSummary, window: WindowView): Closed | null {
  if (state === "resolved") return "resolved";
  if (owner === "other") return "otherResponder";
  if (channel.state === "disconnected") return "channelDisconnected";
  if (channel.state === "stopped") return "channelStopped";
  if (window.state === "closed") return "windowClosed";
  return window.state === "never" ? "windowNever" : null;
}
