/** The immediate wake-up inside one process; an ingest loop in another process looks for itself within moments. */

type Listener = () => void;

const listeners = new Set<Listener>();

export function wakeIngest(): void {
  for (const listener of listeners) listener();
}

export function onIngestWanted(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
