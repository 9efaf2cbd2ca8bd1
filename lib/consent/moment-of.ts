import { InvalidError } from "@/lib/errors";
import { MINUTE } from "@/lib/time";

/** Clocks of browsers differ from ours. */
const CLOCK_SKEW_MS = MINUTE;

/** When something was said: now, unless a time is given. */
export function momentOf(given: string | undefined): Date {
  const now = Date.now();
  const at = given === undefined ? now : Date.parse(given);
  if (at <= now + CLOCK_SKEW_MS) return new Date(Math.min(at, now));
  throw new InvalidError("Nobody can have said so yet.", {
    code: "invalid_input",
    fields: [{ path: "at", message: "should not be in the future" }],
  });
}
