import type { Draft } from "@/lib/drafts/types";

/** What a tab keeps of words that the server has not confirmed, by conversation. */
export type DraftKeep = {
  all: () => Draft[];
  put: (draft: Draft) => void;
  /** Unless another tab has kept later words. */
  drop: (conversationId: string, upTo: string) => void;
};

type Options = {
  /** @param leaving the page may be gone before the answer comes */
  save: (draft: Draft, leaving: boolean) => Promise<Draft>;
  keep: DraftKeep;
  /** Whether the same words can be saved later; else the server wants none of them. */
  isPassing: (error: unknown) => boolean;
  initial: readonly Draft[];
};

type Entry = Draft & { isSaved: boolean };

const SAVE_AFTER_MS = 700;
const SAVE_EVERY_MS = 3_000;
const AGAIN_AFTER_MS = 5_000;

/**
 * What the member began to write, by conversation. Each keystroke is kept by the browser at once and by the server
 * moments later; of two devices the one that wrote last wins.
 */
export function createDraftStore({ save, keep, isPassing, initial }: Options) {
  const entries = new Map<string, Entry>(
    initial.map((draft) => [draft.conversationId, { ...draft, isSaved: true }] as const),
  );
  const listeners = new Set<() => void>();
  const timers = new Map<string, { timer: ReturnType<typeof setTimeout>; since: number }>();
  const saving = new Set<string>();

  function set(entry: Entry) {
    entries.set(entry.conversationId, entry);
    for (const listener of listeners) listener();
  }

  function schedule(conversationId: string, afterMs = SAVE_AFTER_MS) {
    const present = timers.get(conversationId);
    if (present) clearTimeout(present.timer);
    const since = present?.since ?? Date.now();
    const delay = Math.max(0, Math.min(afterMs, since + Math.max(SAVE_EVERY_MS, afterMs) - Date.now()));
    timers.set(conversationId, { timer: setTimeout(() => void saveOne(conversationId), delay), since });
  }

  async function saveOne(conversationId: string, leaving = false) {
    clearTimeout(timers.get(conversationId)?.timer);
    timers.delete(conversationId);
    const entry = entries.get(conversationId);
    if (!entry || entry.isSaved) return;
    // One at a time, so that the answers come in order; what was written meanwhile goes after it.
    if (saving.has(conversationId) && !leaving) return;
    saving.add(conversationId);
    const { isSaved: _, ...draft } = entry;
    try {
      settle(draft, await save(draft, leaving));
    } catch (error) {
      if (isPassing(error)) return schedule(conversationId, AGAIN_AFTER_MS);
      keep.drop(conversationId, draft.editedAt);
      if (entries.get(conversationId) === entry) entries.set(conversationId, { ...entry, isSaved: true });
    } finally {
      saving.delete(conversationId);
    }
    if (entries.get(conversationId)?.isSaved === false && !timers.has(conversationId)) schedule(conversationId);
  }

  /** What stands at the server after our words got there: ours, or those of a device that wrote later. */
  function settle(sent: Draft, standing: Draft) {
    const entry = entries.get(sent.conversationId);
    if (!entry || entry.isSaved || entry.editedAt !== sent.editedAt) return;
    keep.drop(sent.conversationId, sent.editedAt);
    const isOurs = standing.text.trim() === sent.text.trim();
    const { text, quotedMessageId } = isOurs ? entry : standing;
    set({ ...standing, text, quotedMessageId, isSaved: true });
  }

  function edit(conversationId: string, part: Partial<Pick<Draft, "text" | "quotedMessageId">>) {
    const known = entries.get(conversationId);
    const { text, quotedMessageId } = { text: "", quotedMessageId: null, ...known, ...part };
    if (text === (known?.text ?? "") && quotedMessageId === (known?.quotedMessageId ?? null)) return;
    const draft = { conversationId, text, quotedMessageId, editedAt: laterThan(known?.editedAt) };
    set({ ...draft, isSaved: false });
    keep.put(draft);
    schedule(conversationId);
  }

  /** Words from the server or from another tab. */
  function arrived(draft: Draft) {
    const known = entries.get(draft.conversationId);
    if (known && known.editedAt >= draft.editedAt) return;
    set({ ...draft, isSaved: true });
  }

  return {
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    read: (conversationId: string) => entries.get(conversationId)?.text ?? "",
    editedAt: (conversationId: string) => entries.get(conversationId)?.editedAt ?? "",
    write: (conversationId: string, text: string) => edit(conversationId, { text }),
    quotedId: (conversationId: string) => entries.get(conversationId)?.quotedMessageId ?? null,
    quote: (conversationId: string, quotedMessageId: string | null) => edit(conversationId, { quotedMessageId }),
    arrived,
    /** Takes a list of all drafts, and answers with what it lacks: sent elsewhere, or saved since it was read. */
    arrivedAll(drafts: readonly Draft[]): string[] {
      drafts.forEach(arrived);
      const there = new Set(drafts.map(({ conversationId }) => conversationId));
      const lacking = [...entries.values()].filter(
        ({ isSaved, text, quotedMessageId, conversationId }) =>
          isSaved && (text !== "" || quotedMessageId !== null) && !there.has(conversationId),
      );
      return lacking.map(({ conversationId }) => conversationId);
    },
    /** Takes up what the last page could not save. */
    restore() {
      for (const draft of keep.all()) {
        const known = entries.get(draft.conversationId);
        if (known && known.editedAt >= draft.editedAt) keep.drop(draft.conversationId, draft.editedAt);
        else {
          set({ ...draft, isSaved: false });
          schedule(draft.conversationId, 0);
        }
      }
    },
    /** Saves now, without waiting for a pause in the typing. */
    flush(leaving: boolean) {
      for (const entry of [...entries.values()]) if (!entry.isSaved) void saveOne(entry.conversationId, leaving);
    },
  };
}

export type DraftStore = ReturnType<typeof createDraftStore>;

/** Whatever the clock says, words written over others are later than those. */
function laterThan(known: string | undefined): string {
  const after = known === undefined ? 0 : Date.parse(known) + 1;
  return new Date(Math.max(Date.now(), after)).toISOString();
}
