import type { Transaction } from "@/db/transaction";
import { type EventType, type NewEvent, recordEvents } from "@/lib/events";
import type { TouchedMessage } from "./delivery-facts";
import type { ClaimedReport } from "./known-wamids";
import { restoreOurReactions } from "./reactions";

const eventOf: Record<string, EventType> = {
  sent: "message.sent",
  delivered: "message.delivered",
  read: "message.read",
  played: "message.played",
  failed: "message.failed",
};

/** One event for each fact that is new; kinds of status without a meaning here are stored and say nothing. */
export async function announceStatuses(
  tx: Transaction,
  actor: { tenantId: string; kind: string; id: string },
  reports: ClaimedReport[],
  touched: Map<string, TouchedMessage>,
): Promise<void> {
  const events = reports.flatMap(({ messageId, status, at, code }): NewEvent[] => {
    const type = eventOf[status];
    const message = touched.get(messageId);
    if (!type || !message) return [];
    const { conversationId, contactId, channelId } = message;
    const payload = { status: message.status, at: at.toISOString(), ...(code === null ? {} : { code }) };
    return [{ type, messageId, conversationId, contactId, channelId, payload }];
  });
  await recordEvents(tx, actor, events);
  const failed = [...touched.values()].filter(({ type, status }) => type === "reaction" && status === "failed");
  await restoreOurReactions(
    tx,
    actor.tenantId,
    failed.map(({ id }) => id),
  );
}
