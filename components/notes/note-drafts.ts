/** Notes that were begun and not added, by conversation: for this tab and this sitting only. */
const drafts = new Map<string, string>();

export function readNoteDraft(conversationId: string): string {
  return drafts.get(conversationId) ?? "";
}

export function keepNoteDraft(conversationId: string, text: string): void {
  if (text.trim() === "") drafts.delete(conversationId);
  else drafts.set(conversationId, text);
}
