/** The immediate wake-up inside one process; a loop in another process looks for itself within moments. */

type Listener = () => void;

const listeners = new Set<Listener>();

export function wakeMediaFetch(): void {
  for (const listener of listeners) listener();
}

export function onMediaWanted(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
