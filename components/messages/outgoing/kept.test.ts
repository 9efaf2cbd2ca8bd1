import fc from "fast-check";
import { expect, test } from "vitest";
import { ProblemError } from "@/components/api";
import type { Message } from "@/lib/messages/types";
import { createKept, type Keep, type Locks } from "./kept";
import { type NewOutgoing, type Outgoing, textContent } from "./outgoing";
import { createOutgoingStore } from "./store";

/** A browser's storage and locks, shared by its tabs. */
function browser() {
  const kept = new Map<string, string>();
  const storage: Keep = {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
    key: (at) => [...kept.keys()][at] ?? null,
    get length() {
      return kept.size;
    },
  };
  const waiting = new Map<string, (() => void)[]>();
  const held = new Set<string>();
  const give = (name: string, run: () => unknown) => {
    held.add(name);
    const done = run();
    if (!(done instanceof Promise)) held.delete(name);
  };
  const locks = {
    request(name: string, run: () => unknown) {
      if (held.has(name)) waiting.set(name, [...(waiting.get(name) ?? []), () => give(name, run)]);
      else give(name, run);
      return Promise.resolve();
    },
  } as unknown as Locks;
  const close = (name: string) => {
    held.delete(name);
    for (const next of waiting.get(name)?.splice(0) ?? []) next();
  };
  return { storage, locks, kept, close };
}

const broken = () => Promise.reject(new ProblemError({ title: "No answer.", code: "offline", status: 0 }));

function openTab(
  { storage, locks }: ReturnType<typeof browser>,
  tab: string,
  send: (outgoing: Outgoing) => Promise<Message>,
) {
  const kept = createKept({ storage, locks, prefix: "p.", tab });
  const store = createOutgoingStore({ send, onSent: () => undefined, keep: kept.save });
  kept.hold();
  kept.watch(store.adopt);
  return { store, kept };
}

function outgoing(clientId: string, second = 0): NewOutgoing {
  const at = new Date(Date.now() - 60_000 + second * 1_000).toISOString();
  return { clientId, conversationId: "c", content: textContent(clientId), quoted: null, at };
}

/** The server: one message for each client id. */
function server() {
  const kept: string[] = [];
  const send = async ({ clientId }: Outgoing) => {
    if (!kept.includes(clientId)) kept.push(clientId);
    return { id: clientId } as Message;
  };
  return { kept, send };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test("what a closed tab had not sent goes out from the next one, in the order in which it was written", async () => {
  const shared = browser();
  const { store } = openTab(shared, "one", broken);
  for (const [at, id] of ["a", "b", "c"].entries()) store.add(outgoing(id, at));
  await settled();
  shared.close("p.one");
  const { kept, send } = server();
  openTab(shared, "two", send);
  await settled();
  expect(kept).toEqual(["a", "b", "c"]);
  expect([...shared.kept.keys()]).toEqual([]);
});

test("a tab that lives keeps its own messages", async () => {
  const shared = browser();
  openTab(shared, "one", broken).store.add(outgoing("a"));
  const { kept, send } = server();
  const second = openTab(shared, "two", send);
  await settled();
  expect([kept, second.store.all()]).toEqual([[], []]);
  shared.close("p.one");
  await settled();
  expect(kept).toEqual(["a"]);
});

test("a refusal is still there with its reason after the tab, and is not tried by itself", async () => {
  const shared = browser();
  const refused = () => Promise.reject(new ProblemError({ title: "Closed.", code: "window_closed", status: 409 }));
  openTab(shared, "one", refused).store.add(outgoing("a"));
  await settled();
  shared.close("p.one");
  const { kept, send } = server();
  const { store } = openTab(shared, "two", send);
  await settled();
  expect(kept).toEqual([]);
  expect(store.all()[0]).toMatchObject({ state: "refused", problem: { title: "Closed.", code: "window_closed" } });
});

test("an answer that lay about since yesterday waits for the agent", async () => {
  const shared = browser();
  openTab(shared, "one", broken).store.add(outgoing("a", -24 * 60 * 60));
  shared.close("p.one");
  const { kept, send } = server();
  const { store } = openTab(shared, "two", send);
  await settled();
  expect(kept).toEqual([]);
  expect(store.all()[0]?.state).toBe("unsent");
});

test("whatever tabs die when, each message reaches the server once and in order", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(3), { minLength: 1, maxLength: 12 }), async (deaths) => {
      const shared = browser();
      const { kept, send } = server();
      const written: string[] = [];
      for (const [at, messages] of deaths.entries()) {
        const tab = openTab(shared, `t${at}`, broken);
        for (let count = 0; count < messages; count += 1) {
          const id = `m${written.length}`;
          tab.store.add(outgoing(id, written.length));
          written.push(id);
        }
        await settled();
        shared.close(`p.t${at}`);
      }
      openTab(shared, "last", send);
      await settled();
      expect(kept).toEqual(written);
    }),
    { numRuns: 30 },
  );
});

test("what cannot be read as messages is left out", () => {
  const shared = browser();
  shared.kept.set("p.old", '[{"clientId":"a"},null,7]');
  shared.kept.set("p.odd", "not json");
  const { store } = openTab(shared, "two", broken);
  expect(store.all()).toEqual([]);
});
