import { expect, test } from "vitest";
import type { TimelineEntry } from "@/lib/conversations/types";
import { linesOf } from "./timeline-lines";

const lena = { kind: "member" as const, id: "lena", name: "Lena" };
const software = { kind: "system" as const, id: null, name: null };

function entry(id: string, type: string, more: Partial<TimelineEntry> = {}): TimelineEntry {
  const at = `2026-03-01T10:00:${id.padStart(2, "0")}.000Z`;
  return {
    id,
    type,
    at,
    actor: lena,
    member: null,
    department: null,
    details: {},
    ruleRun: null,
    ...more,
  } as TimelineEntry;
}
const idsOf = (entries: TimelineEntry[]) => linesOf(entries).map(({ id }) => id);

test("lines go from the oldest to the newest", () => {
  expect(idsOf([entry("3", "conversation.resolved"), entry("1", "conversation.assigned")])).toEqual(["1", "3"]);
});

test("a move to a department is one line, and so is a reopening", () => {
  const at = "2026-03-01T10:00:00.100Z";
  const moved = [entry("1", "conversation.transferred", { at }), entry("2", "conversation.queued", { at })];
  const reopened = [entry("1", "conversation.reopened", { at }), entry("2", "conversation.assigned", { at })];
  expect([idsOf(moved), idsOf(reopened)]).toEqual([["1"], ["1"]]);
});

test("putting back in the queue is a line of its own, and by another member too", () => {
  const amara = { ...lena, id: "amara" };
  const entries = [entry("1", "conversation.transferred"), entry("2", "conversation.queued", { actor: amara })];
  expect(idsOf(entries)).toEqual(["1", "2"]);
});

test("what the software does by itself when a customer writes has no line", () => {
  const first = entry("1", "consent.changed", { actor: software, details: { source: "first_inbound" } });
  expect(idsOf([first, entry("2", "conversation.queued", { actor: software })])).toEqual([]);
});
