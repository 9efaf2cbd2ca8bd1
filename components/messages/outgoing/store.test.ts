import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ProblemError } from "@/components/api";
import type { Message } from "@/lib/messages/types";
import { type NewOutgoing, type Outgoing, textContent } from "./outgoing";
import { createOutgoingStore } from "./store";

const broken = () => new ProblemError({ title: "No answer.", code: "offline", status: 0 });
const refused = () => new ProblemError({ title: "The window is closed.", code: "window_closed", status: 409 });

function outgoing(clientId: string, conversationId = "c"): NewOutgoing {
  return { clientId, conversationId, content: textContent(clientId), quoted: null, at: "2026-03-01T12:00:00Z" };
}

/** A server that keeps one message for each client id and answers as it is told. */
function server(answers: (Error | null)[]) {
  const attempts: string[] = [];
  const kept = new Set<string>();
  const send = async ({ clientId }: Outgoing) => {
    attempts.push(clientId);
    const answer = answers.shift() ?? null;
    if (answer) throw answer;
    kept.add(clientId);
    return { id: clientId } as Message;
  };
  return { attempts, kept, send };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test("what the server has is no longer on its way", async () => {
  const { send, kept } = server([]);
  const sent: string[] = [];
  const store = createOutgoingStore({ send, onSent: ({ id }) => sent.push(id) });
  store.add(outgoing("a"));
  expect(store.all()[0]?.state).toBe("sending");
  await vi.runAllTimersAsync();
  expect(store.all()).toEqual([]);
  expect([...kept]).toEqual(sent);
});

test("a broken line is tried again with the same client id", async () => {
  const { send, attempts } = server([broken(), broken()]);
  const store = createOutgoingStore({ send, onSent: () => undefined });
  store.add(outgoing("a"));
  await vi.advanceTimersByTimeAsync(0);
  expect(store.all()[0]?.state).toBe("waiting");
  await vi.runAllTimersAsync();
  expect(attempts).toEqual(["a", "a", "a"]);
  expect(store.all()).toEqual([]);
});

test("messages of one conversation go in the order in which they were written, also over a broken line", async () => {
  const { send, kept } = server([broken()]);
  const store = createOutgoingStore({ send, onSent: () => undefined });
  for (const clientId of ["a", "b", "c"]) store.add(outgoing(clientId));
  await vi.runAllTimersAsync();
  expect([...kept]).toEqual(["a", "b", "c"]);
});

test("one conversation does not wait for another", async () => {
  const { send, kept } = server([broken()]);
  const store = createOutgoingStore({ send, onSent: () => undefined });
  store.add(outgoing("a", "one"));
  store.add(outgoing("b", "two"));
  await vi.advanceTimersByTimeAsync(0);
  expect([...kept]).toEqual(["b"]);
});

test("a refusal is not tried again and keeps its reason", async () => {
  const { send, attempts } = server([refused()]);
  const store = createOutgoingStore({ send, onSent: () => undefined });
  store.add(outgoing("a"));
  await vi.runAllTimersAsync();
  expect(attempts).toEqual(["a"]);
  expect(store.all()[0]).toMatchObject({ state: "refused", problem: { code: "window_closed" } });
});

test("a line that stays broken is tried for as long as it takes", async () => {
  const { send, kept } = server(Array.from({ length: 40 }, broken));
  const store = createOutgoingStore({ send, onSent: () => undefined });
  store.add(outgoing("a"));
  await vi.advanceTimersByTimeAsync(5 * 60_000);
  expect(store.all()[0]?.state).toBe("waiting");
  await vi.advanceTimersByTimeAsync(10 * 60_000);
  expect([...kept]).toEqual(["a"]);
});

test("a session that ended keeps a message waiting: it goes after the next sign-in", async () => {
  const ended = new ProblemError({ title: "Sign in to go on.", code: "unauthenticated", status: 401 });
  const { send, kept } = server([ended]);
  const store = createOutgoingStore({ send, onSent: () => undefined });
  store.add(outgoing("a"));
  await vi.advanceTimersByTimeAsync(0);
  expect(store.all()[0]?.state).toBe("waiting");
  await vi.runAllTimersAsync();
  expect([...kept]).toEqual(["a"]);
});

test("when the line is back, what waits goes at once", async () => {
  const { send, kept } = server([broken(), broken(), broken(), broken()]);
  const store = createOutgoingStore({ send, onSent: () => undefined });
  store.add(outgoing("a"));
  await vi.advanceTimersByTimeAsync(4_000);
  expect(kept.size).toBe(0);
  store.wake();
  await vi.advanceTimersByTimeAsync(0);
  expect(kept.size).toBe(1);
});

test("what was discarded while it waited does not go", async () => {
  const { send, kept } = server([broken()]);
  const store = createOutgoingStore({ send, onSent: () => undefined });
  store.add(outgoing("a"));
  await vi.advanceTimersByTimeAsync(0);
  store.discard("a");
  await vi.runAllTimersAsync();
  expect(kept.size).toBe(0);
});
