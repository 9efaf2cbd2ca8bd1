let isOpen = false;
const listeners = new Set<() => void>();

function set(next: boolean) {
  isOpen = next;
  for (const listener of listeners) listener();
}

export function openCheatSheet(): void {
  set(true);
}

export function closeCheatSheet(): void {
  set(false);
}

export function isCheatSheetOpen(): boolean {
  return isOpen;
}

export function subscribeToCheatSheet(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
