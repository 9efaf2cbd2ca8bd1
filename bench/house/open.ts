/** What runs at this moment and has to end, whatever happens. */
const open: (() => Promise<void>)[] = [];

/** Takes note of how something ends; answers with the same, which may be called more than once. */
export function untilStopped(stop: () => Promise<void>): () => Promise<void> {
  let stopped: Promise<void> | undefined;
  const once = () => {
    const at = open.indexOf(once);
    if (at !== -1) open.splice(at, 1);
    stopped ??= stop();
    return stopped;
  };
  open.push(once);
  return once;
}

/** The last begun first. */
export async function stopEverything(): Promise<void> {
  while (open.length > 0) await open.at(-1)?.();
}
