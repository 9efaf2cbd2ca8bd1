import { explain } from "@/lib/whatsapp";

/** Refusals of our own gate that pass by themselves or by an admin's hand. */
const passingRefusals = new Set(["expired", "internal", "channel_stopped", "channel_disconnected"]);

/** The customer may have come to WhatsApp, or up to date, since. */
const mayHaveChanged = new Set([131026]);

const passing = new Set(["transient", "rate", "wait", "config"]);

/** Whether the same message could fare better another time; not where it has to be another one. */
export function sendAgainHelps({
  errorCode,
  error,
}: {
  errorCode: number | null;
  error: Record<string, unknown> | null;
}): boolean {
  if (typeof error?.gate === "string") return passingRefusals.has(error.gate);
  if (errorCode === null || mayHaveChanged.has(errorCode)) return true;
  const { isKnown, retryClass } = explain(errorCode);
  return !isKnown || passing.has(retryClass);
}
