import { UnavailableError } from "@/lib/errors";

// bcrypt here is JavaScript: many at once would leave no time for anything else in this process.
const AT_ONCE = 2;
const MOST_WAITING = 100;

const waiting: (() => void)[] = [];
let running = 0;

/** Runs costly hashing a few at a time. @throws {UnavailableError} when the queue is full */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= MOST_WAITING) {
      throw new UnavailableError("Too many people are signing in just now.", {
        retryAfterSeconds: 10,
        nextStep: "Try again in a few seconds.",
      });
    }
    // The place is handed over, so the count stays as it is.
    await new Promise<void>((go) => waiting.push(go));
  } else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
