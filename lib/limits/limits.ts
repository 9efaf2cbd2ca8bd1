import { MINUTE, SECOND } from "@/lib/time";

export type Limit = {
  /** One more attempt is earned every so often. */
  everyMs: number;
  /** How many may come at once. */
  burst: number;
};

/** Each limit once. A successful sign-in gives its attempt back, so these count failures. */
export const limits = {
  /** One account from one address: a guesser is stopped here first, and locks out only themselves. */
  signInPair: { everyMs: 2 * MINUTE, burst: 6 },
  /** One account from addresses it was not used from lately: a guesser with many, who locks out nobody at home. */
  signInAccount: { everyMs: MINUTE, burst: 30 },
  /** Many accounts from one address, which may be a whole office. */
  signInAddress: { everyMs: 6 * SECOND, burst: 60 },
  resetAccount: { everyMs: 15 * MINUTE, burst: 3 },
  resetAddress: { everyMs: MINUTE, burst: 20 },
  signUpAddress: { everyMs: 5 * MINUTE, burst: 10 },
  /** Links from mails, guessed. */
  linkAddress: { everyMs: 6 * SECOND, burst: 60 },
  inviteTenant: { everyMs: 10 * SECOND, burst: 100 },
  /** One mailbox, whichever workspaces invite it. */
  inviteRecipient: { everyMs: 30 * MINUTE, burst: 10 },
  /** Files of one member or key: a burst of many, and then as fast as a person chooses them. */
  upload: { everyMs: SECOND, burst: 300 },
  /** Pushes to one browser. */
  push: { everyMs: 5 * SECOND, burst: 30 },
  apiKey: { everyMs: 2, burst: 5_000 },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof limits;
