import type { DirectoryEntry } from "@/lib/channels";
import type { WebhookItem } from "@/lib/whatsapp/types";
import { type Arrival, open, settle, type Work } from "./work";

/** Before anything is applied: what cannot be, with the reason. */
export function setAsideUnfit(work: Work, channel: DirectoryEntry | null): void {
  for (const arrival of open(work)) {
    const reason = unfitness(arrival.item, channel);
    if (reason !== null) settle(work, arrival, "set_aside", reason);
  }
}

function unfitness(item: WebhookItem, channel: DirectoryEntry | null): string | null {
  if (channel && item.wabaId !== channel.wabaId) return "It came under another account than the number belongs to.";
  if (item.kind === "malformed") return item.reason;
  const isInGroup = item.groupId !== null && item.kind !== "status" && item.kind !== "group";
  return isInGroup ? "Messages of groups are not supported." : null;
}

/** After everything was applied: the rest is kept for those who look. */
export function settleOthers(work: Work): void {
  for (const arrival of open(work)) {
    if (opensWindow(arrival)) settle(work, arrival, "applied");
    else settle(work, arrival, "stored", arrival.item.kind === "unknown" ? arrival.item.reason : null);
  }
}

function opensWindow({ item }: Arrival): boolean {
  return item.kind === "call" && item.direction === "inbound";
}
