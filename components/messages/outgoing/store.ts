import { ProblemError } from "@/components/api";
import type { Message } from "@/lib/messages/types";
import type { NewOutgoing, Outgoing } from "./outgoing";

const PAUSES_MS = [500, 1_000, 2_000, 4_000, 8_000, 15_000];

type Options = {
  send: (outgoing: Outgoing) => Promise<Message>;
  onSent: (message: Message) => void;
};

/**
 * Sends what an agent wrote, one conversation's messages one after the other and in their order. A broken line is tried
 * again with the same client id; a refusal stays with its reason until the agent decides.
 */
export function createOutgoingStore({ send, onSent }: Options) {
  let all: readonly Outgoing[] = [];
  const listeners = new Set<() => void>();
  const busy = new Set<string>();
  const sleepers = new Set<() => void>();

  function publish(next: readonly Outgoing[]) {
    all = next;
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
    for (const pauseMs of [...PAUSES_MS, null]) {
      try {
        const message = await send(outgoing);
        onSent(message);
        publish(all.filter((each) => each.clientId !== outgoing.clientId));
        return;
      } catch (error) {
        const problem = asProblem(error);
        if (!problem.isPassing) return change(outgoing.clientId, { state: "refused", problem });
        if (pauseMs === null) return change(outgoing.clientId, { state: "unsent", problem });
        change(outgoing.clientId, { state: "waiting", problem });
        await pause(pauseMs);
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
    add(outgoing: NewOutgoing) {
      publish([...all, { ...outgoing, state: "sending", problem: null }]);
      void work(outgoing.conversationId);
    },
    /** Once more, as the same message. */
    retry(clientId: string) {
      const conversationId = all.find((each) => each.clientId === clientId)?.conversationId;
      if (!conversationId) return;
      change(clientId, { state: "sending", problem: null });
      void work(conversationId);
    },
    discard(clientId: string) {
      publish(all.filter((each) => each.clientId !== clientId));
    },
    /** The line is back: those that wait go at once. */
    wake() {
      for (const sleeper of [...sleepers]) sleeper();
    },
  };
}

export type OutgoingStore = ReturnType<typeof createOutgoingStore>;

function asProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  return new ProblemError({ title: "This could not be sent.", code: "client_error", status: -1 });
}
