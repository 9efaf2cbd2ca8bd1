import fc from "fast-check";
import { expect, test } from "vitest";
import type { ConversationSummary } from "@/lib/conversations/types";
import { conversationSorts, conversationStates, conversationViews, priorities } from "@/lib/conversations/types";
import { newId } from "@/lib/ids";
import { askedOf, belongs, type Filter, filterOf, queryOf, readFilter, sameFilter } from "./filter";

const id = newId();
const some = <T>(...values: T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
const filters: fc.Arbitrary<Filter> = fc
  .record({
    view: fc.constantFrom(...conversationViews),
    departmentId: fc.constantFrom(null, id),
    labelId: some(id),
    channelId: some(id),
    assigneeId: some("me", "none", id),
    priority: some(...priorities),
    state: some(...conversationStates),
    window: some("open" as const, "closed" as const),
    waitingMinutes: some(5, 1_440),
    unread: some("yes" as const, "no" as const),
    language: some("es", "pt-BR"),
    serviceLevel: some("warned" as const, "missed" as const),
    sort: some(...conversationSorts),
  })
  .filter(({ view, departmentId }) => view !== "department" || departmentId !== null)
  .map((filter) => Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as Filter);

test("a filter comes back from its URL, and from a saved view, as it was", () => {
  fc.assert(
    fc.property(filters, (filter) => {
      expect(readFilter(new URLSearchParams(queryOf(filter)))).toEqual(filter);
      expect(sameFilter(filterOf(askedOf(filter)), filter)).toBe(true);
    }),
  );
});

test("a URL that was written by hand leaves out what is not ours", () => {
  const params = new URLSearchParams("view=nothing&state=asleep&assignee=x&waiting=-5&language=klingon&sort=best");
  expect(readFilter(params)).toEqual({ view: "mine", departmentId: null });
});

test("a changed conversation leaves a list whose filter it fits no more", () => {
  const fits = {
    id,
    state: "open",
    isSpam: false,
    assignee: { id: "me", name: "Me" },
    department: { id, name: "Sales" },
    channel: { id },
    labels: [{ id }],
    mention: null,
    priority: "high",
    unreadCount: 2,
    readUpTo: null,
    lastMessage: { at: "2026-03-01T10:00:00.000Z" },
    waitingSince: new Date(Date.now() - 600_000).toISOString(),
    windowClosesAt: new Date(Date.now() + 600_000).toISOString(),
  } as unknown as ConversationSummary;
  const filter: Filter = {
    view: "all",
    departmentId: id,
    labelId: id,
    channelId: id,
    assigneeId: "me",
    priority: "high",
    state: "open",
    window: "open",
    waitingMinutes: 5,
    unread: "yes",
  };
  expect(belongs(filter, fits, "me")).toBe(true);
  const changes: Partial<ConversationSummary>[] = [
    { labels: [] },
    { department: null },
    { assignee: null },
    { priority: "low" },
    { state: "snoozed" },
    { unreadCount: 0 },
    { readUpTo: "2026-03-01T10:00:00.000Z" },
    { waitingSince: null },
    { windowClosesAt: null },
  ];
  for (const change of changes)
    expect([change, belongs(filter, { ...fits, ...change }, "me")]).toEqual([change, false]);
});
