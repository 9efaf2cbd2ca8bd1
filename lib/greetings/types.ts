/** Plain types of greetings; components read them too. */

/** `follow_up`: when we have been silent for a time · `queue`: place and expected wait. */
export const greetingKinds = ["welcome", "away", "queue", "reopened", "follow_up"] as const;
export type GreetingKind = (typeof greetingKinds)[number];

/** Whether the department has to be open, or closed. */
export const greetingTimes = ["always", "open", "closed"] as const;
export type GreetingTime = (typeof greetingTimes)[number];
