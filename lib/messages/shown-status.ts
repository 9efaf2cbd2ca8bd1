import type { MessageStatus } from "./types";

/** The facts about a message, each with its first time, and the state it had before Meta knew of it. */
export type DeliveryFacts = {
  before: MessageStatus;
  acceptedAt: Date | null;
  sentAt: Date | null;
  deliveredAt: Date | null;
  readAt: Date | null;
  playedAt: Date | null;
  failedAt: Date | null;
};

/** Played > read > delivered > failed > sent > accepted: a fact once known is never undone by a later one. */
export function shownStatus(facts: DeliveryFacts): MessageStatus {
  if (facts.playedAt) return "played";
  if (facts.readAt) return "read";
  if (facts.deliveredAt) return "delivered";
  if (facts.failedAt) return "failed";
  if (facts.sentAt) return "sent";
  if (facts.acceptedAt) return "accepted";
  return facts.before;
}

/** Both are true: Meta reported a failure, and the message came through all the same. */
export function isDeliveredAfterFailure(facts: Omit<DeliveryFacts, "before">): boolean {
  return facts.failedAt !== null && (facts.deliveredAt ?? facts.readAt ?? facts.playedAt) !== null;
}

/** The names of the facts' expressions in a statement that is about to write them. */
export type FactExpressions = Record<keyof Omit<DeliveryFacts, "before">, string> & { before: string };

/** The same rule as SQL, over any expressions that stand for the facts. */
export function shownStatusSql(facts: FactExpressions): string {
  return `case
    when ${facts.playedAt} is not null then 'played'
    when ${facts.readAt} is not null then 'read'
    when ${facts.deliveredAt} is not null then 'delivered'
    when ${facts.failedAt} is not null then 'failed'
    when ${facts.sentAt} is not null then 'sent'
    when ${facts.acceptedAt} is not null then 'accepted'
    else ${facts.before} end`;
}
