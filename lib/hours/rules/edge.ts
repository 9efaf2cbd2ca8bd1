import { instantOf, wallTimeOf } from "@/lib/calendar";
import { MINUTE } from "@/lib/time";

const MOST_KEPT = 10_000;
const kept = new Map<string, number>();

/**
 * When the clocks of a zone come to a time of a day (`dayMs`: its midnight as if in UTC), in milliseconds. Where they
 * show it twice, the first; where they leap over it, the leap: what is open from two to four is open from the leap on.
 */
export function edgeOf(dayMs: number, minutes: number, zone: string): number {
  const wallMs = dayMs + minutes * MINUTE;
  const key = `${wallMs} ${zone}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const at = findEdge(wallMs, zone);
  kept.set(key, at);
  return at;
}

function findEdge(wallMs: number, zone: string): number {
  const wall = new Date(wallMs);
  const at = instantOf(
    {
      year: wall.getUTCFullYear(),
      month: wall.getUTCMonth() + 1,
      day: wall.getUTCDate(),
      hour: wall.getUTCHours(),
      minute: wall.getUTCMinutes(),
    },
    zone,
  ).getTime();
  const leapMs = shownAt(at, zone) - wallMs;
  if (leapMs === 0) return at;
  const offsetAfter = shownAt(at, zone) - at;
  let [before, after] = [at - leapMs, at];
  while (after - before > MINUTE) {
    const middle = before + Math.ceil((after - before) / MINUTE / 2) * MINUTE;
    if (shownAt(middle, zone) - middle === offsetAfter) after = middle;
    else before = middle;
  }
  return after;
}

function shownAt(at: number, zone: string): number {
  const { year, month, day, hour, minute } = wallTimeOf(new Date(at), zone);
  return Date.UTC(year, month - 1, day, hour, minute);
}
