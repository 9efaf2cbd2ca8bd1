import type { messages } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import { type Actor, can } from "@/lib/auth";
import { getConsentThenOrNull } from "@/lib/consent";
import { failureOf } from "@/lib/messages/failure";
import type { MessageDeparture, MessageOrigin, MessageWhy } from "@/lib/messages/types";

type Row = typeof messages.$inferSelect;

/** Who or what sent it, and what the gate said; null for what is not ours. */
export async function whyOf(tx: Transaction, actor: Actor, row: Row): Promise<MessageWhy | null> {
  const isOurs = row.author === "member" || row.author === "api" || row.author === "system";
  if (row.direction !== "out" || !isOurs) return null;
  return {
    // What is scheduled takes its place in the thread later, and keeps when it was written.
    askedAt: row.arrivedAt.toISOString(),
    origin: originOf(row.origin),
    gate: await gateOf(tx, actor, row),
  };
}

function originOf(origin: MessageOrigin | null): MessageWhy["origin"] {
  if (origin === null) return { kind: "direct" };
  if (origin.kind === "macro") return { kind: "macro", name: origin.name };
  if (origin.kind === "automation") return { kind: "automation", by: origin.by, name: origin.name };
  return origin;
}

const waiting = new Set(["scheduled", "queued", "sending", "retry_wait"]);

async function gateOf(tx: Transaction, actor: Actor, row: Row): Promise<MessageWhy["gate"]> {
  if (row.status === "failed" && typeof row.error?.gate === "string") {
    const { code, cause, nextStep } = failureOf(row);
    return { verdict: "refused", code, reason: cause, nextStep };
  }
  if (row.departure) return passed(tx, actor, row.contactId, row.departure);
  return waiting.has(row.status) ? { verdict: "waiting" } : { verdict: "unknown" };
}

async function passed(
  tx: Transaction,
  actor: Actor,
  contactId: string,
  { at, windowClosesAt, category, purpose }: MessageDeparture,
): Promise<MessageWhy["gate"]> {
  if (purpose === null) return { verdict: "passed", rule: "window", at, windowClosesAt };
  const entry = can(actor, "contacts.read") ? await getConsentThenOrNull(tx, actor, { contactId, purpose, at }) : null;
  const consent = entry && { state: entry.state, source: entry.source, at: entry.at };
  return { verdict: "passed", rule: "template", at, category, purpose, consent };
}
