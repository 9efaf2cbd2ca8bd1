/**
 * `transient`: again soon, with growing pauses. `rate`: slow down. `wait`: not before `waitMs`. `config`: stop the queue
 * until an admin acted. `permanent`: not again to this person. `input`: not as it is. `none`: nothing to repeat.
 */
export type RetryClass = "transient" | "rate" | "wait" | "config" | "permanent" | "input" | "none";

/** How far the trouble reaches. */
export type ErrorScope = "recipient" | "conversation" | "channel" | "account" | "template" | "message";

/** Whose turn it is. `author`: who wrote the template, flow or message definition. */
export type ErrorTurn = "agent" | "admin" | "author" | "meta" | "customer" | "parley";

export type ErrorFacts = {
  retryClass: RetryClass;
  scope: ErrorScope;
  turn: ErrorTurn;
  title: string;
  cause: string;
  /** What to do, in one plain sentence. */
  nextStep: string;
  /** The shortest pause that makes sense; for `rate` the first one. */
  waitMs?: number;
};

/** A code, several, or every code from `from` to `to`. */
export type Codes = number | readonly number[] | { from: number; to: number };

export type ErrorRow = ErrorFacts & { codes: Codes };
