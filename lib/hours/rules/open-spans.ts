import { wallTimeOf } from "@/lib/calendar";
import type { OpeningHours, OpenSpan } from "@/lib/hours/types";
import { DAY } from "@/lib/time";
import { edgeOf } from "./edge";
import { intervalsOn } from "./intervals-on";

/**
 * The open time between two instants, in order, without overlaps. What is said of a date holds for all of it: a night
 * that began the evening before ends at midnight where the next day is an exception.
 */
export function* openSpans(hours: OpeningHours | null, from: number, to: number): Generator<OpenSpan> {
  if (from >= to) return;
  if (!hours) return yield { from, to };
  let current: OpenSpan | null = null;
  for (const span of spansFrom(hours, from)) {
    if (span.from >= to) break;
    if (span.to <= Math.max(from, span.from)) continue;
    if (current && span.from <= current.to) {
      current.to = Math.max(current.to, span.to);
      if (current.to >= to) break;
    } else {
      if (current) yield clip(current, from, to);
      current = { ...span };
    }
  }
  if (current) yield clip(current, from, to);
}

function clip(span: OpenSpan, from: number, to: number): OpenSpan {
  return { from: Math.max(span.from, from), to: Math.min(span.to, to) };
}

/** Without end, by the instant at which they begin; the first day is that of the night before. */
function* spansFrom(hours: OpeningHours, from: number): Generator<OpenSpan> {
  const { timeZone, exceptions } = hours;
  const { year, month, day } = wallTimeOf(new Date(from), timeZone);
  const exceptional = new Set(exceptions.map(({ date }) => date));
  for (let dayMs = Date.UTC(year, month - 1, day) - DAY; ; dayMs += DAY) {
    const end = edgeOf(dayMs + DAY, 0, timeZone);
    const intervals = intervalsOn(hours, dateOf(dayMs)).map(
      (each) => [minutesOf(each.from), minutesOf(each.to)] as const,
    );
    let isAnyOpen = false;
    for (const [opens, closes] of intervals.toSorted(([one], [other]) => one - other)) {
      const isOvernight = closes < opens;
      const isCut = isOvernight && exceptional.has(dateOf(dayMs + DAY));
      const to = isCut ? end : edgeOf(isOvernight ? dayMs + DAY : dayMs, closes, timeZone);
      isAnyOpen = true;
      yield { from: edgeOf(dayMs, opens, timeZone), to };
    }
    // So that whoever reads comes to their end on hours that never open.
    if (!isAnyOpen) yield { from: end, to: end };
  }
}

function dateOf(dayMs: number): string {
  return new Date(dayMs).toISOString().slice(0, 10);
}

function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return hour * 60 + minute;
}
