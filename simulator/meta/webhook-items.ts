import { statusError } from "./graph-error";
import type { JsonObject } from "./parameters";

/** A customer as webhooks may show them: the phone is absent where Meta would hide it. */
export type Peer = { phone?: string; userId: string; username?: string; name: string };
export type StatusName = "sent" | "delivered" | "read" | "played" | "failed";
export type StatusFacts = {
  wamid: string;
  status: StatusName;
  /** Unix seconds. */
  at: number;
  peer: Peer;
  sentToUserId: boolean;
  pricing: JsonObject;
  callbackData?: string;
  errorCode?: number;
};

export function statusItem(facts: StatusFacts): JsonObject {
  const { peer, status } = facts;
  const failed = status === "failed";
  return {
    id: facts.wamid,
    status,
    timestamp: String(facts.at),
    ...(peer.phone ? { recipient_id: peer.phone } : {}),
    // Failed statuses name the user only when the send did.
    ...(!failed || facts.sentToUserId ? { recipient_user_id: peer.userId } : {}),
    ...(status === "sent" || status === "delivered" ? { pricing: facts.pricing } : {}),
    ...(facts.callbackData === undefined ? {} : { biz_opaque_callback_data: facts.callbackData }),
    ...(failed ? { errors: [statusError(facts.errorCode ?? 131000)] } : {}),
  };
}

/** The contact beside a status: none for failed ones, the username only once the message got through. */
export function statusContact(peer: Peer, status: StatusName): JsonObject | undefined {
  if (status === "failed") return undefined;
  return contactItem(status === "sent" ? { ...peer, username: undefined } : peer);
}

export function contactItem(peer: Peer): JsonObject {
  return {
    profile: { name: peer.name, ...(peer.username ? { username: peer.username } : {}) },
    ...(peer.phone ? { wa_id: peer.phone } : {}),
    user_id: peer.userId,
  };
}

export function pricingOf(category: string, insideWindow: boolean): JsonObject {
  const free = insideWindow && (category === "service" || category === "utility");
  return {
    billable: !free,
    pricing_model: "PMP",
    type: free ? "free_customer_service" : "regular",
    category,
  };
}
