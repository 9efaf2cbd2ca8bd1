import type { GreetingKind, GreetingTime } from "@/lib/greetings/types";
import { addOpenTime, isOpenAt, nextChange } from "@/lib/hours";
import type { OpeningHours } from "@/lib/hours/types";
import { MINUTE } from "@/lib/time";
import { chooseGreeting, type Narrowing, type Occasion } from "./choose";

/**
 * When one that waits is due. What is said only while somebody is there counts the time in which somebody is, so that
 * nobody is told in the morning of the silence of a night; null where it never opens.
 */
export function dueAt(
  { during, afterMinutes }: { during: GreetingTime; afterMinutes: number | null },
  hours: OpeningHours | null,
  since: Date,
): Date | null {
  if (afterMinutes === null) return null;
  const waitMs = afterMinutes * MINUTE;
  if (during !== "open") return new Date(since.getTime() + waitMs);
  const at = addOpenTime(hours, since, waitMs);
  if (at === null || isOpenAt(hours, at)) return at;
  // The time is over just as it closes.
  const change = nextChange(hours, at);
  return change?.kind === "opens" ? change.at : null;
}

type Waiting = Narrowing & { afterMinutes: number | null };
type Wait = { place: Omit<Occasion, "isOpen">; hours: OpeningHours | null; since: Date };

/** Those of a kind that come due at a time at which they are said, the earliest first. */
export function plansFor<Each extends Waiting>(active: readonly Each[], kind: GreetingKind, wait: Wait) {
  const { place, hours, since } = wait;
  const plans = [true, false].flatMap((isOpen) => {
    const greeting = chooseGreeting(active, kind, { ...place, isOpen });
    const at = greeting && dueAt(greeting, hours, since);
    return at && isOpenAt(hours, at) === isOpen ? [{ greeting, dueAt: at }] : [];
  });
  return plans.toSorted((one, other) => one.dueAt.getTime() - other.dueAt.getTime());
}
