/** Another tab or device of the member saved words: told by the event log, heard by the drafts. */
export type ChangedDraft = { conversationId: string; editedAt: string };

const listeners = new Set<(changed: ChangedDraft) => void>();

export function tellDraftChanged(changed: ChangedDraft): void {
  for (const listener of listeners) listener(changed);
}

export function onDraftChanged(listener: (changed: ChangedDraft) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
