/** Plain types and rules of greetings; components read them too. */

/** `follow_up`: when we have been silent for a time · `queue`: place and expected wait. */
export const greetingKinds = ["welcome", "away", "queue", "reopened", "follow_up"] as const;
export type GreetingKind = (typeof greetingKinds)[number];

/** Whether the department has to be open, or closed. */
export const greetingTimes = ["always", "open", "closed"] as const;
export type GreetingTime = (typeof greetingTimes)[number];

/** Those that are said after a time, if it is still true then. */
export const waitingKinds: readonly GreetingKind[] = ["queue", "follow_up"];

type Named = { id: string; name: string };

export type Greeting = {
  id: string;
  name: string;
  kind: GreetingKind;
  /** What is null narrows nothing. */
  department: Named | null;
  channel: Named | null;
  language: string | null;
  during: GreetingTime;
  text: string;
  /** Of those that wait, and only of those. */
  afterMinutes: number | null;
  isActive: boolean;
};

export {
  fillGreeting,
  type GreetingValues,
  type GreetingVariable,
  greetingVariables,
  unknownVariables,
} from "./rules/fill";
export { opensAtWords, waitWords } from "./rules/words";
export { starters } from "./starters";
