import { HttpFailure } from "@/lib/http";
import { HOUR, MINUTE, SECOND } from "@/lib/time";

/** The waits between attempts; after the last one it is given up. */
const delaysMs = [10 * SECOND, MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR];

/** What came back: a status, or why nothing did. */
export type Answer = { status: number } | { failure: unknown };

export type Settled = { answer: string; retryMs: number | null };

/** Whether to try again: after what may pass, and not for ever. */
export function decide(answer: Answer, attempts: number): Settled {
  const delayMs = delaysMs[attempts - 1] ?? null;
  if ("status" in answer) {
    const { status } = answer;
    const mayPass = status >= 500 || status === 408 || status === 425 || status === 429;
    return { answer: String(status), retryMs: mayPass ? delayMs : null };
  }
  const { failure } = answer;
  if (!(failure instanceof HttpFailure)) return { answer: "internal", retryMs: delayMs };
  const isForGood = ["forbidden_url", "forbidden_address", "redirect"].includes(failure.code);
  return { answer: failure.code, retryMs: isForGood ? null : delayMs };
}
