import { sqlStateOf } from "@/lib/errors";

const DEADLOCK = "40P01";
const MOST_TRIES = 3;

/** A merge touches rows in another order than a send does; it is whole by itself, so the victim simply tries again. */
export async function despiteDeadlocks<T>(step: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await step();
    } catch (error) {
      if (tries === MOST_TRIES || sqlStateOf(error) !== DEADLOCK) throw error;
    }
  }
}
