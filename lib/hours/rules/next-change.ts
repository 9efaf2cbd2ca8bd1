import type { OpeningHours } from "@/lib/hours/types";
import { DAY } from "@/lib/time";
import { openSpans } from "./open-spans";

const HORIZON = 366 * DAY;

/** When it next opens or closes; null where it does neither within a year. */
export function nextChange(hours: OpeningHours | null, at: Date): { kind: "opens" | "closes"; at: Date } | null {
  const from = at.getTime();
  const [span] = openSpans(hours, from, from + HORIZON);
  if (!span) return null;
  if (span.from > from) return { kind: "opens", at: new Date(span.from) };
  return span.to < from + HORIZON ? { kind: "closes", at: new Date(span.to) } : null;
}
