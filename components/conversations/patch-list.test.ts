import fc from "fast-check";
import { expect, test } from "vitest";
import type { ConversationSummary } from "@/lib/conversations/types";
import { belongs, readFilter } from "./filter";
import { type ConversationPage, patchPages, removeFromPages } from "./patch-list";

function conversation(id: string, lastActivityAt: string, more: Partial<ConversationSummary> = {}) {
  return {
    id,
    lastActivityAt,
    state: "open",
    assignee: null,
    department: null,
    labels: [],
    mention: null,
    isSpam: false,
    ...more,
  } as ConversationSummary;
}

const a = conversation("a", "2026-03-01T12:00:00Z");
const b = conversation("b", "2026-03-01T11:00:00Z");
const c = conversation("c", "2026-03-01T10:00:00Z");
const twoPages: ConversationPage[] = [
  { items: [a, b], nextCursor: "more" },
  { items: [c], nextCursor: "even more" },
];
const idsOf = (pages: ConversationPage[]) => pages.flatMap((page) => page.items.map((item) => item.id));

test("a conversation with a new message moves to the top", () => {
  const changed = { ...c, lastActivityAt: "2026-03-01T12:30:00Z" };
  expect(idsOf(patchPages(twoPages, changed, true))).toEqual(["c", "a", "b"]);
});

test("a new one between two others takes its place", () => {
  expect(idsOf(patchPages(twoPages, conversation("d", "2026-03-01T11:30:00Z"), true))).toEqual(["a", "d", "b", "c"]);
});

test("one below everything loaded is left to its page", () => {
  const old = conversation("d", "2026-02-01T00:00:00Z");
  expect(idsOf(patchPages(twoPages, old, true))).toEqual(["a", "b", "c"]);
});

test("one below everything is added where the list ends", () => {
  const whole = [{ items: [a], nextCursor: null }];
  expect(idsOf(patchPages(whole, c, true))).toEqual(["a", "c"]);
});

test("an empty list takes its first", () => {
  expect(idsOf(patchPages([{ items: [], nextCursor: null }], a, true))).toEqual(["a"]);
});

test("one that belongs no more goes, once and for good", () => {
  expect(idsOf(patchPages(twoPages, b, false))).toEqual(["a", "c"]);
  expect(idsOf(removeFromPages(twoPages, "a"))).toEqual(["b", "c"]);
});

test("each view holds its own", () => {
  const mine = conversation("m", "", { assignee: { id: "me", name: "Lena" } });
  const queued = conversation("q", "", { state: "queued", department: { id: "sales", name: "Sales" } });
  const done = conversation("r", "", { state: "resolved", assignee: { id: "me", name: "Lena" } });
  const held = (query: string) =>
    [mine, queued, done]
      .filter((each) => belongs(readFilter(new URLSearchParams(query)), each, "me"))
      .map((each) => each.id);
  expect(held("")).toEqual(["m"]);
  expect(held("view=unassigned")).toEqual(["q"]);
  expect(held("view=all")).toEqual(["m", "q"]);
  expect(held("view=resolved")).toEqual(["r"]);
  expect(held("department=sales")).toEqual(["q"]);
  expect(held("view=nonsense")).toEqual(["m"]);
});

test("a list that followed every change is the list that is read afresh", () => {
  const filter = readFilter(new URLSearchParams("view=all"));
  const ids = ["a", "b", "c", "d", "e", "f"];
  const change = fc.record({
    id: fc.constantFrom(...ids),
    minute: fc.integer({ min: 10, max: 59 }),
    state: fc.constantFrom("open", "queued", "resolved"),
  });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
      const present = new Map<string, ConversationSummary>();
      let pages: ConversationPage[] = [{ items: [], nextCursor: null }];
      for (const { id, minute, state } of changes) {
        const changed = conversation(id, `2026-03-01T12:${minute}:00Z`, {
          state: state as ConversationSummary["state"],
        });
        present.set(id, changed);
        pages = patchPages(pages, changed, belongs(filter, changed, "me"));
      }
      const fresh = [...present.values()]
        .filter((each) => each.state !== "resolved")
        .sort((one, other) => other.lastActivityAt.localeCompare(one.lastActivityAt) || one.id.localeCompare(other.id));
      expect(idsOf(pages)).toEqual(fresh.map(({ id }) => id));
    }),
  );
});
