import { ProblemError, type ProblemFacts } from "@/components/api";
import type { Outgoing } from "./outgoing";

/** What survives a tab, each tab under a name of its own; a tab holds a lock by that name while it lives. */
export type Locks = Pick<LockManager, "request">;
export type Keep = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

type Options = {
  storage: Keep;
  /** Absent where the page is not served securely. */
  locks: Locks | undefined;
  /** Of the workspace and the member: nobody else's messages are taken over. */
  prefix: string;
  tab: string;
};

/** Keeps a tab's outgoing messages, and finds those of tabs that have gone. */
export function createKept({ storage, locks, prefix, tab }: Options) {
  const own = prefix + tab;
  const watched = new Set<string>([own]);

  function read(name: string): Outgoing[] {
    const text = storage.getItem(name);
    return text === null ? [] : parse(text);
  }

  return {
    /** Says that this tab lives, until it is closed or dies. */
    hold() {
      void locks?.request(own, () => new Promise<void>(() => undefined)).catch(() => undefined);
    },
    save(all: readonly Outgoing[]) {
      try {
        if (all.length === 0) storage.removeItem(own);
        else storage.setItem(own, JSON.stringify(all));
      } catch {
        // The browser gives no room: it is sent all the same, only not kept for after the tab.
      }
    },
    /**
     * Hands over what each other tab left, as soon as that tab has gone. Without locks all is handed over at once: the
     * client id keeps a message that two tabs send from arriving twice.
     */
    watch(adopt: (left: Outgoing[]) => void) {
      for (const name of namesIn(storage, prefix)) {
        if (watched.has(name)) continue;
        watched.add(name);
        const hand = () => {
          watched.delete(name);
          const left = read(name);
          if (left.length > 0) adopt(left);
          storage.removeItem(name);
        };
        if (!locks) hand();
        else void locks.request(name, hand).catch(() => undefined);
      }
    },
  };
}

function namesIn(storage: Keep, prefix: string): string[] {
  return Array.from({ length: storage.length }, (_, at) => storage.key(at)).filter(
    (name): name is string => name?.startsWith(prefix) ?? false,
  );
}

function parse(text: string): Outgoing[] {
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list.flatMap((each) => outgoingOf(each) ?? []) : [];
  } catch {
    return [];
  }
}

function outgoingOf(value: Partial<Outgoing> | null): Outgoing | null {
  const { clientId, conversationId, content, at, state, undoSeconds = 0, quoted = null } = value ?? {};
  if (!clientId || !conversationId || !content?.type || !at || !state) return null;
  const problem = value?.problem ? new ProblemError(value.problem as ProblemFacts) : null;
  return { clientId, conversationId, content, at, state, undoSeconds, quoted, problem };
}
