import { ProblemError } from "@/components/api";
import type { Message } from "@/lib/messages/types";
import type { NewOutgoing, Outgoing } from "./outgoing";

const PAUSES_MS = [500, 1_000, 2_000, 4_000, 8_000, 15_000];
/** Nobody expects an answer of yesterday to go out by itself. */
const STALE_AFTER_MS = 12 * 60 * 60_000;

type Options = {
  send: (outgoing: Outgoing) => Promise<Message>;
  onSent: (message: Message) => void;
  /** Called with everything on its way at each change, before anything is sent: what survives the tab. */
  keep?: (all: readonly Outgoing[]) => void;
};

/**
 * Sends what an agent wrote, one conversation's messages one after the other and in their order. A broken line is tried
 * again with the same client id for as long as it takes; a refusal stays with its reason until the agent decides.
 */
export function createOutgoingStore({ send, onSent, keep }: Options) {
  let all: readonly Outgoing[] = [];
  const listeners = new Set<() => void>();
  const busy = new Set<string>();
  const sleepers = new Set<() => void>();
  const waiting = new Map<string, (message: Message) => void>();

  function publish(next: readonly Outgoing[]) {
    all = next;
    keep?.(next);
    for (const listener of listeners) listener();
  }

  function change(clientId: string, changes: Partial<Outgoing>) {
    publish(all.map((each) => (each.clientId === clientId ? { ...each, ...changes } : each)));
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        sleepers.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      sleepers.add(wake);
    });
  }

  async function deliver(outgoing: Outgoing) {
    for (let attempt = 0; ; attempt += 1) {
      try {
        const message = await send(outgoing);
        onSent(message);
        publish(all.filter((each) => each.clientId !== outgoing.clientId));
        waiting.get(outgoing.clientId)?.(message);
        waiting.delete(outgoing.clientId);
        return;
      } catch (error) {
        const problem = asProblem(error);
        if (!isPassing(problem)) return change(outgoing.clientId, { state: "refused", problem });
        change(outgoing.clientId, { state: "waiting", problem });
        await pause(PAUSES_MS[attempt] ?? PAUSES_MS.at(-1) ?? 0);
        if (!all.some((each) => each.clientId === outgoing.clientId)) return;
      }
    }
  }

  async function work(conversationId: string) {
    if (busy.has(conversationId)) return;
    busy.add(conversationId);
    try {
      for (let next = firstOf(conversationId); next; next = firstOf(conversationId)) await deliver(next);
    } finally {
      busy.delete(conversationId);
    }
  }

  function firstOf(conversationId: string) {
    return all.find((each) => each.conversationId === conversationId && each.state === "sending");
  }

  return {
    all: () => all,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** @param onSent called once the server has it, in this page */
    add(outgoing: NewOutgoing, onSentOne?: (message: Message) => void) {
      if (onSentOne) waiting.set(outgoing.clientId, onSentOne);
      publish([...all, { undoSeconds: 0, ...outgoing, state: "sending", problem: null }]);
      void work(outgoing.conversationId);
    },
    /** Takes over what another tab left behind, in the order in which it was written. */
    adopt(left: readonly Outgoing[], now = Date.now()) {
      const fresh = left.filter(({ clientId }) => !all.some((each) => each.clientId === clientId));
      if (fresh.length === 0) return;
      publish([...all, ...fresh.map((each) => revived(each, now))].sort(byTime));
      for (const { conversationId } of fresh) void work(conversationId);
    },
    /** Once more, as the same message. */
    retry(clientId: string) {
      const conversationId = all.find((each) => each.clientId === clientId)?.conversationId;
      if (!conversationId) return;
      change(clientId, { state: "sending", problem: null });
      void work(conversationId);
    },
    discard(clientId: string) {
      waiting.delete(clientId);
      publish(all.filter((each) => each.clientId !== clientId));
    },
    /** The line is back: those that wait go at once. */
    wake() {
      for (const sleeper of [...sleepers]) sleeper();
    },
  };
}

export type OutgoingStore = ReturnType<typeof createOutgoingStore>;

function revived(left: Outgoing, now: number): Outgoing {
  if (left.state === "refused" || left.state === "unsent") return left;
  const isStale = now - Date.parse(left.at) > STALE_AFTER_MS;
  return { ...left, state: isStale ? "unsent" : "sending" };
}

function byTime(one: Outgoing, other: Outgoing): number {
  return one.at === other.at ? 0 : one.at < other.at ? -1 : 1;
}

/** Signed out, or told to slow down: the message itself is fine. */
function isPassing(problem: ProblemError): boolean {
  return problem.isPassing || problem.status === 401 || problem.status === 429;
}

function asProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  return new ProblemError({ title: "This could not be sent.", code: "client_error", status: -1 });
}
