import { graphOf } from "@/lib/channels";
import { isPassing } from "@/lib/errors";
import { log } from "@/lib/log";
import { callbackOf } from "@/lib/messages/callback";
import { departureOf } from "@/lib/messages/departure";
import { storedRefusal } from "@/lib/messages/failure";
import type { SendContext } from "@/lib/messages/gate-facts";
import { bodyContext, type OutboxBody } from "@/lib/messages/outbox-body";
import { askPolicyGate, type Refusal } from "@/lib/messages/policy-gate";
import type { MessageDeparture } from "@/lib/messages/types";
import { DAY, SECOND } from "@/lib/time";
import { openForTenant } from "@/lib/vault";
import { sendBody } from "@/lib/whatsapp";
import type { JsonObject, MessageContent } from "@/lib/whatsapp/types";
import { bringMedia, decideWithMedia } from "./bring-media";
import type { Attempt } from "./claim";
import type { Decision } from "./decide";
import { depart } from "./depart";

const MOST_FAULTS = 5;
const HELD_UP_MS = 5 * SECOND;

/** Asks the gate once more, since the message may have waited, and makes the call. Never throws. */
export async function makeAttempt(attempt: Attempt): Promise<Decision> {
  let departure: MessageDeparture | undefined;
  try {
    const refusal = refusalOf(attempt, new Date());
    if (refusal) return failed(refusal);
    const [graph, { content, bodyFor }] = await Promise.all([graphOf(attempt), openBody(attempt)]);
    const brought = await bringMedia(attempt, graph, content);
    if (brought.kind === "not_ready") return brought.decision;
    const begin = async (context: SendContext | undefined): Promise<Decision> => {
      const now = new Date();
      const lateRefusal = refusalOf({ ...attempt, context }, now);
      if (lateRefusal) return failed(lateRefusal);
      const body = bodyFor(context, brought.content);
      departure = departureOf(context, attempt, now);
      const result = await graph.sendMessage(attempt.phoneNumberId, body);
      const decision = await decideWithMedia(result, attempt, { content, isReused: brought.isReused });
      return { ...decision, departure };
    };
    return await (attempt.type === "template" ? depart(attempt, begin) : begin(attempt.context));
  } catch (error) {
    log().error({ error, messageId: attempt.messageId }, "An attempt to send broke off.");
    if (departure) return { kind: "ambiguous", departure };
    if (isPassing(error)) return { kind: "held_up", delayMs: HELD_UP_MS };
    if (attempt.attempts < MOST_FAULTS) return { kind: "retry", delayMs: attempt.attempts * 5 * SECOND };
    return failed(ourFault);
  }
}

function failed(refusal: Refusal): Decision {
  return { kind: "failed", code: null, error: storedRefusal(refusal) };
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
  { context, type, createdAt, template }: Pick<Attempt, "context" | "type" | "createdAt" | "template">,
  now: Date,
): Refusal | null {
  if (now.getTime() - createdAt.getTime() > DAY) return expired;
  if (!context) return ourFault;
  const intent = type === "template" ? ({ kind: "template", template } as const) : ({ kind: "free_form" } as const);
  return askPolicyGate(context, intent, "leaving", now);
}

/** What is sent, but for the address, which is looked at last, and Meta's ids of our files. */
async function openBody({ tenantId, messageId, bodySealed }: Attempt) {
  const opened = await openForTenant(tenantId, bodySealed, bodyContext(messageId));
  const { content, quotedWamid }: OutboxBody = JSON.parse(opened.toString());
  const bodyFor = (context: SendContext | undefined, named: MessageContent): JsonObject => {
    if (!context?.address) throw new Error("A message that passed the gate has no address.");
    return sendBody({ address: context.address, content: named, quotedWamid, callbackData: callbackOf(messageId) });
  };
  return { content, bodyFor };
}
