import type { OpeningHours } from "@/lib/hours/types";
import { openSpans } from "./open-spans";

export function isOpenAt(hours: OpeningHours | null, at: Date): boolean {
  return !openSpans(hours, at.getTime(), at.getTime() + 1).next().done;
}
