import { DAY, HOUR, MINUTE } from "@/lib/time";

/** Meta's window as the screen sees it; the gate on the server decides. */
export type WindowView =
  | { state: "open"; leftMs: number; share: number; urgency: "calm" | "soon" | "late" }
  | { state: "closed"; since: Date }
  | { state: "never" };

const SOON_MS = 4 * HOUR;
const LATE_MS = HOUR;

export function windowView(closesAt: string | null, now: Date): WindowView {
  if (closesAt === null) return { state: "never" };
  const since = new Date(closesAt);
  const leftMs = since.getTime() - now.getTime();
  if (leftMs <= 0) return { state: "closed", since };
  const urgency = leftMs < LATE_MS ? "late" : leftMs < SOON_MS ? "soon" : "calm";
  return { state: "open", leftMs, share: Math.min(1, leftMs / DAY), urgency };
}

/** Hours and minutes that are left, rounded down: it is never less than said. */
export function hoursAndMinutes(leftMs: number): { hours: number; minutes: number } {
  return { hours: Math.floor(leftMs / HOUR), minutes: Math.floor((leftMs % HOUR) / MINUTE) };
}
