import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Draft } from "@/lib/drafts/types";
import { createDraftStore, type DraftKeep } from "./store";

class Offline extends Error {}

/** The server's rule: of two writers the later wins, and no time lies ahead of its clock. */
function server() {
  const standing = new Map<string, Draft>();
  const state = { isOffline: false, saves: 0 };
  const save = async (draft: Draft): Promise<Draft> => {
    await Promise.resolve();
    if (state.isOffline) throw new Offline();
    state.saves += 1;
    const now = new Date().toISOString();
    const capped = { ...draft, editedAt: [draft.editedAt, now].sort()[0] ?? now };
    const known = standing.get(draft.conversationId);
    if (!known || capped.editedAt > known.editedAt) standing.set(draft.conversationId, capped);
    return standing.get(draft.conversationId) ?? capped;
  };
  return { standing, state, save };
}

function keepOf(kept: Map<string, Draft>): DraftKeep {
  return {
    all: () => [...kept.values()],
    put: (draft) => void kept.set(draft.conversationId, draft),
    drop(conversationId, upTo) {
      if ((kept.get(conversationId)?.editedAt ?? "") <= upTo) kept.delete(conversationId);
    },
  };
}

type Place = { save: ReturnType<typeof server>["save"]; kept?: Map<string, Draft>; initial?: Draft[] };

function open({ save, kept = new Map(), initial = [] }: Place) {
  return createDraftStore({ save, keep: keepOf(kept), isPassing: (error) => error instanceof Offline, initial });
}

const soon = () => vi.advanceTimersByTimeAsync(1_000);

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test("words are kept by the browser at each keystroke, and by the server after a pause", async () => {
  const kept = new Map<string, Draft>();
  const { standing, state, save } = server();
  const store = open({ save, kept });
  for (const text of ["H", "He", "Hel"]) store.write("c", text);
  expect(kept.get("c")?.text).toBe("Hel");
  expect(state.saves).toBe(0);
  await soon();
  expect(standing.get("c")?.text).toBe("Hel");
  expect([state.saves, kept.size]).toEqual([1, 0]);
});

test("who types without a pause is saved every few seconds all the same", async () => {
  const { state, save } = server();
  const store = open({ save });
  for (let count = 0; count < 40; count += 1) {
    store.write("c", "x".repeat(count + 1));
    await vi.advanceTimersByTimeAsync(200);
  }
  expect(state.saves).toBeGreaterThanOrEqual(2);
  expect(state.saves).toBeLessThan(5);
});

test("a crash before the server had the words loses none: the next page takes them up and saves them", async () => {
  const kept = new Map<string, Draft>();
  const { standing, save } = server();
  open({ save: () => new Promise(() => undefined), kept }).write("c", "Half a sentence");
  await soon();
  const next = open({ save, kept });
  next.restore();
  expect(next.read("c")).toBe("Half a sentence");
  await soon();
  expect(standing.get("c")?.text).toBe("Half a sentence");
});

test("what was written without a line is saved when it is back", async () => {
  const { standing, state, save } = server();
  const store = open({ save });
  state.isOffline = true;
  store.write("c", "in the tunnel");
  await vi.advanceTimersByTimeAsync(120_000);
  expect(standing.size).toBe(0);
  state.isOffline = false;
  store.flush(false);
  await vi.advanceTimersByTimeAsync(0);
  expect(standing.get("c")?.text).toBe("in the tunnel");
});

test("later words of another device replace the present ones; earlier ones do not", async () => {
  const { save } = server();
  const store = open({ save });
  store.write("c", "here");
  await soon();
  const at = (ms: number) => new Date(Date.now() + ms).toISOString();
  store.arrived({ conversationId: "c", text: "older", quotedMessageId: null, editedAt: at(-60_000) });
  expect(store.read("c")).toBe("here");
  store.arrived({ conversationId: "c", text: "there, later", quotedMessageId: null, editedAt: at(-1) });
  expect(store.read("c")).toBe("there, later");
});

test("on a computer whose clock is behind, words written over others still win", async () => {
  const { standing, save } = server();
  const initial = [
    {
      conversationId: "c",
      text: "from the phone",
      quotedMessageId: null,
      editedAt: new Date(Date.now() - 5).toISOString(),
    },
  ];
  standing.set("c", { ...(initial[0] as Draft) });
  vi.setSystemTime(Date.now() - 3_600_000);
  const store = open({ save: (draft) => save(draft), initial });
  store.write("c", "from the phone and here");
  vi.setSystemTime(Date.now() + 3_600_000);
  await soon();
  expect(standing.get("c")?.text).toBe("from the phone and here");
  expect(store.read("c")).toBe("from the phone and here");
});

test("what an answer quotes is kept with its words, and goes when they go", async () => {
  const kept = new Map<string, Draft>();
  const { standing, save } = server();
  const store = open({ save, kept });
  store.quote("c", "m1");
  expect(kept.get("c")).toMatchObject({ text: "", quotedMessageId: "m1" });
  store.write("c", "About this one");
  await soon();
  expect(standing.get("c")).toMatchObject({ text: "About this one", quotedMessageId: "m1" });
  const elsewhere = open({ save, initial: [...standing.values()] });
  expect(elsewhere.quotedId("c")).toBe("m1");
  elsewhere.write("c", "");
  elsewhere.quote("c", null);
  await soon();
  expect(standing.get("c")).toMatchObject({ text: "", quotedMessageId: null });
});

test("words that the server wants none of are not tried for ever", async () => {
  let tries = 0;
  const kept = new Map<string, Draft>();
  const gone = () => {
    tries += 1;
    return Promise.reject(new Error("not found"));
  };
  open({ save: gone, kept }).write("c", "to nobody");
  await vi.advanceTimersByTimeAsync(60_000);
  expect([tries, kept.size]).toEqual([1, 0]);
});

test("a list that was read before the last save takes nothing away, and names what it lacks", async () => {
  const { save } = server();
  const store = open({ save });
  store.write("c", "saved since");
  await soon();
  expect(store.arrivedAll([])).toEqual(["c"]);
  expect(store.read("c")).toBe("saved since");
});

test("whatever is typed, crashes and breaks, the last words reach the server", async () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant("type" as const), text: fc.string({ minLength: 1, maxLength: 5 }) }),
    fc.record({ kind: fc.constantFrom("wait" as const, "crash" as const, "cut" as const, "back" as const) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
      const kept = new Map<string, Draft>();
      const { standing, state, save } = server();
      let page = 0;
      // A page that crashed neither saves nor hears any more.
      const savePage = (own: number) => (draft: Draft) =>
        own === page ? save(draft) : new Promise<Draft>(() => undefined);
      let store = open({ save: savePage(0), kept });
      let last = "";
      for (const each of steps) {
        if (each.kind === "type") {
          last = `${last}${each.text}`;
          store.write("c", last);
        }
        if (each.kind === "wait") await soon();
        if (each.kind === "cut") state.isOffline = true;
        if (each.kind === "back") state.isOffline = false;
        if (each.kind === "crash") {
          page += 1;
          store = open({ save: savePage(page), kept, initial: [...standing.values()] });
          store.restore();
        }
      }
      state.isOffline = false;
      await vi.advanceTimersByTimeAsync(20_000);
      expect(standing.get("c")?.text ?? "").toBe(last);
      expect(store.read("c")).toBe(last);
    }),
    { numRuns: 100 },
  );
});
