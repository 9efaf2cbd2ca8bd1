import type { Notice } from "@/lib/notifications/types";

type Listener = (notices: Notice[]) => void;

const listeners = new Set<Listener>();

/** What the socket has brought for this member, to whoever tells of it. */
export function tellNotices(notices: Notice[]): void {
  for (const listener of listeners) listener(notices);
}

export function onNotices(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
