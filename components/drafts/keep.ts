import type { Draft } from "@/lib/drafts/types";
import type { DraftKeep } from "./store";

type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

/** Words that no server has confirmed, in the browser's storage, one entry a conversation. */
export function createDraftKeep(storage: Shelf, prefix: string): DraftKeep {
  return {
    all() {
      const names = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? "");
      return names.flatMap((name) => readKept(name, storage.getItem(name), prefix) ?? []);
    },
    put({ conversationId, ...draft }) {
      try {
        storage.setItem(prefix + conversationId, JSON.stringify(draft));
      } catch {
        // The browser gives no room: the server has it within moments.
      }
    },
    drop(conversationId, upTo) {
      const name = prefix + conversationId;
      const kept = readKept(name, storage.getItem(name), prefix);
      if (!kept || kept.editedAt <= upTo) storage.removeItem(name);
    },
  };
}

/** Null for an entry of something else, or one that cannot be read. */
export function readKept(name: string | null, value: string | null, prefix: string): Draft | null {
  if (!name?.startsWith(prefix) || value === null) return null;
  try {
    const { text, quotedMessageId = null, editedAt } = JSON.parse(value) as Partial<Draft>;
    if (typeof text !== "string" || typeof editedAt !== "string") return null;
    return { conversationId: name.slice(prefix.length), text, quotedMessageId, editedAt };
  } catch {
    return null;
  }
}
