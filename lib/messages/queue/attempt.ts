import { graphOf } from "@/lib/channels";
import { isPassing } from "@/lib/errors";
import { log } from "@/lib/log";
import { callbackOf } from "@/lib/messages/callback";
import { storedRefusal } from "@/lib/messages/failure";
import { bodyContext, type OutboxBody } from "@/lib/messages/outbox-body";
import { askPolicyGate, type Refusal } from "@/lib/messages/policy-gate";
import { DAY, SECOND } from "@/lib/time";
import { openForTenant } from "@/lib/vault";
import { sendBody } from "@/lib/whatsapp";
import type { JsonObject } from "@/lib/whatsapp/types";
import type { Attempt } from "./claim";
import { type Decision, decide } from "./decide";

const MOST_FAULTS = 5;
const HELD_UP_MS = 5 * SECOND;

/** Asks the gate once more, since the message may have waited, and makes the call. Never throws. */
export async function makeAttempt(attempt: Attempt): Promise<Decision> {
  let isCalling = false;
  try {
    const refusal = refusalOf(attempt, new Date());
    if (refusal) return { kind: "failed", code: null, error: storedRefusal(refusal) };
    const [graph, body] = await Promise.all([graphOf(attempt), bodyOf(attempt)]);
    isCalling = true;
    const result = await graph.sendMessage(attempt.phoneNumberId, body);
    return decide(result, attempt.attempts, new Date());
  } catch (error) {
    log().error({ error, messageId: attempt.messageId }, "An attempt to send broke off.");
    if (isCalling) return { kind: "ambiguous" };
    if (isPassing(error)) return { kind: "held_up", delayMs: HELD_UP_MS };
    if (attempt.attempts < MOST_FAULTS) return { kind: "retry", delayMs: attempt.attempts * 5 * SECOND };
    return { kind: "failed", code: null, error: storedRefusal(ourFault) };
  }
}

const ourFault: Refusal = {
  code: "internal",
  reason: "Something went wrong on our side before it was sent.",
  nextStep: "Send it again; if it fails again, tell the operator.",
};

const expired: Refusal = {
  code: "expired",
  reason: "It could not be sent within a day.",
  nextStep: "Send it again if it still matters.",
};

/** Why this message may not leave any more; null when it may. */
export function refusalOf(
  { context, type, createdAt }: Pick<Attempt, "context" | "type" | "createdAt">,
  now: Date,
): Refusal | null {
  if (now.getTime() - createdAt.getTime() > DAY) return expired;
  if (!context) return ourFault;
  const intent =
    type === "template" ? ({ kind: "template", category: null } as const) : ({ kind: "free_form" } as const);
  return askPolicyGate(context, intent, "leaving", now);
}

async function bodyOf({ tenantId, messageId, bodySealed, context }: Attempt): Promise<JsonObject> {
  const opened = await openForTenant(tenantId, bodySealed, bodyContext(messageId));
  const { content, quotedWamid }: OutboxBody = JSON.parse(opened.toString());
  if (!context?.address) throw new Error("A message that passed the gate has no address.");
  return sendBody({ address: context.address, content, quotedWamid, callbackData: callbackOf(messageId) });
}
