/** The immediate wake-up inside one process; loops in other processes hear of it by the event log, or look within moments. */

type Listener = () => void;

const listeners = new Set<Listener>();

export function wakeSending(): void {
  for (const listener of listeners) listener();
}

export function onSendingWanted(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
