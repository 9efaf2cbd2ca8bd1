export type Toast = {
  id: number;
  tone: "plain" | "bad";
  text: string;
  /** What can be done now. */
  nextStep?: string | undefined;
  /** Takes back what the line tells of. */
  undo?: (() => void) | undefined;
};

const SHOWN_AT_ONCE = 3;
const SHOWN_FOR_MS = 6_000;
/** Longer where there is something to read twice, or to decide. */
const SHOWN_LONGER_FOR_MS = 12_000;
/** What can be taken back by key, also when its line has gone. */
const UNDO_WITHIN_MS = 60_000;

let toasts: readonly Toast[] = [];
let lastUndo: { id: number; run: () => void; at: number } | null = null;
let nextId = 1;
const timers = new Map<number, ReturnType<typeof setTimeout>>();
const listeners = new Set<() => void>();

function set(next: readonly Toast[]) {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Shows a line at the foot of the screen for a while; a refusal, and what can be taken back, stay longer. */
export function showToast(toast: Omit<Toast, "id">): void {
  const shown = { ...toast, id: nextId };
  nextId += 1;
  if (toast.undo) lastUndo = { id: shown.id, run: toast.undo, at: Date.now() };
  set([...toasts, shown].slice(-SHOWN_AT_ONCE));
  letGo(shown);
}

/** Whoever is about to use a line keeps it. */
export function holdToast(id: number): void {
  clearTimeout(timers.get(id));
  timers.delete(id);
}

export function letGo(toast: Toast): void {
  holdToast(toast.id);
  const shownForMs = toast.tone === "bad" || toast.undo ? SHOWN_LONGER_FOR_MS : SHOWN_FOR_MS;
  timers.set(
    toast.id,
    setTimeout(() => dismissToast(toast.id), shownForMs),
  );
}

export function dismissToast(id: number): void {
  holdToast(id);
  if (toasts.some((toast) => toast.id === id)) set(toasts.filter((toast) => toast.id !== id));
}

/** Takes the last act back, once, within a minute. */
export function undoLast(): void {
  if (!lastUndo || Date.now() - lastUndo.at > UNDO_WITHIN_MS) return;
  const { id, run } = lastUndo;
  lastUndo = null;
  dismissToast(id);
  run();
}

export function undoOf({ id, undo }: Toast): void {
  if (lastUndo?.id === id) lastUndo = null;
  dismissToast(id);
  undo?.();
}

export function subscribeToToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function shownToasts(): readonly Toast[] {
  return toasts;
}
