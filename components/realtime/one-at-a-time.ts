/**
 * Runs a task for a key at most once at the same time. Whoever asks while it runs gets one more run after it: what it
 * read may have been old already.
 */
export function oneAtATime(task: (key: string) => Promise<void>): (key: string) => Promise<void> {
  const running = new Map<string, { again: boolean; done: Promise<void> }>();

  async function run(key: string, state: { again: boolean }) {
    try {
      do {
        state.again = false;
        await task(key);
      } while (state.again);
    } finally {
      running.delete(key);
    }
  }

  return (key) => {
    const present = running.get(key);
    if (present) {
      present.again = true;
      return present.done;
    }
    const state = { again: false, done: Promise.resolve() };
    running.set(key, state);
    state.done = run(key, state);
    return state.done;
  };
}
