/** The immediate wake-up inside one process. Other processes are reached by a coalesced NOTIFY, never from a hot transaction. */

type Listener = () => void;

const listeners = new Set<Listener>();

export function wakeTail(): void {
  for (const listener of listeners) listener();
}

export function onWake(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
