export type Toast = {
  id: number;
  tone: "plain" | "bad";
  text: string;
  /** What can be done now. */
  nextStep?: string | undefined;
  action?: { label: string; run: () => void } | undefined;
};

const SHOWN_AT_ONCE = 3;
const SHOWN_FOR_MS = 6_000;
const BAD_SHOWN_FOR_MS = 12_000;

let toasts: readonly Toast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function set(next: readonly Toast[]) {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Shows a line at the foot of the screen for a while; a refusal stays longer. */
export function showToast(toast: Omit<Toast, "id">): void {
  const id = nextId;
  nextId += 1;
  set([...toasts, { ...toast, id }].slice(-SHOWN_AT_ONCE));
  setTimeout(() => dismissToast(id), toast.tone === "bad" ? BAD_SHOWN_FOR_MS : SHOWN_FOR_MS);
}

export function dismissToast(id: number): void {
  if (toasts.some((toast) => toast.id === id)) set(toasts.filter((toast) => toast.id !== id));
}

export function subscribeToToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function shownToasts(): readonly Toast[] {
  return toasts;
}
