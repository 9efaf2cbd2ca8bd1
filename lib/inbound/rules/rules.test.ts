import { describe, expect, it } from "vitest";
import { type Amendable, amend } from "./amend";
import { chooseConversation } from "./choose-conversation";
import { effectiveTime, windowOpening } from "./effective-time";
import { nextOwner } from "./next-owner";
import { reopenThread } from "./reopen";
import { takeIn } from "./take-in";
import type { Thread, ThreadEntry } from "./thread";

const arrival = Date.UTC(2026, 10, 21, 12);
const HOUR = 3_600_000;

describe("the time of an item", () => {
  it.each([
    ["a minute ahead of us", arrival + 60_000, arrival + 60_000],
    ["more than a minute ahead", arrival + 60_001, arrival],
    ["a day late", arrival - 24 * HOUR, arrival - 24 * HOUR],
    ["before WhatsApp was there", Date.UTC(2008, 11, 31), arrival],
    ["missing", null, arrival],
  ])("%s", (_what, metaMs, expected) => {
    expect(effectiveTime(metaMs, arrival)).toBe(expected);
  });

  it("never opens the window later than the message came", () => {
    expect(windowOpening(arrival + 60_000, arrival)).toBe(arrival);
    expect(windowOpening(arrival - HOUR, arrival)).toBe(arrival - HOUR);
  });
});

describe("the conversation of an entry", () => {
  const resolved = { isResolved: true, isSpam: false, resolvedAtMs: arrival - 10 * HOUR };
  const going = { isResolved: false, isSpam: false, resolvedAtMs: null };
  const asks = { atMs: arrival, wish: "answer" } as const;
  const notes = { atMs: arrival, wish: "note" } as const;
  it.each([
    ["a first message opens one", null, asks, "open"],
    ["a first note opens one that is resolved", null, notes, "open_resolved"],
    ["what is not resolved goes on", going, asks, "append"],
    ["soon after resolved it is reopened", resolved, asks, "reopen"],
    ["long after resolved a new one opens", { ...resolved, resolvedAtMs: arrival - 25 * HOUR }, asks, "open"],
    [
      "a message of before resolved that comes late reopens",
      { ...resolved, resolvedAtMs: arrival + HOUR },
      asks,
      "reopen",
    ],
    ["a note reopens nothing", resolved, notes, "append"],
    ["spam stays spam, soon after", { ...resolved, isSpam: true }, asks, "append"],
    ["spam stays spam, long after", { ...resolved, isSpam: true, resolvedAtMs: 0 }, asks, "append"],
  ])("%s", (_what, latest, entry, choice) => {
    expect(chooseConversation(latest, entry, 24 * HOUR)).toBe(choice);
  });
});

const thread = (change: Partial<Thread> = {}): Thread => ({
  id: "t",
  contactId: "c",
  departmentId: null,
  assigneeId: "agent",
  state: "open",
  owner: "us",
  responder: null,
  openedAtMs: 0,
  resolvedAtMs: null,
  isSpam: false,
  waitingSinceMs: null,
  unreadCount: 0,
  lastActivityMs: 100,
  last: { id: "m", atMs: 100, direction: "out" },
  assigneeIsOnline: false,
  isRouted: false,
  ...change,
});

const entry = (change: Partial<ThreadEntry> = {}): ThreadEntry => ({
  id: "n",
  atMs: 200,
  direction: "in",
  author: "contact",
  wish: "answer",
  standby: false,
  ...change,
});

describe("a thread that something comes into", () => {
  it("waits since the first message that nobody answered", () => {
    const waiting = thread();
    takeIn(waiting, entry({ atMs: 200 }));
    takeIn(waiting, entry({ atMs: 300, id: "o" }));
    expect(waiting).toMatchObject({ waitingSinceMs: 200, unreadCount: 2, lastActivityMs: 300 });
  });

  it("does not wait for what was answered before it came", () => {
    const answered = thread();
    takeIn(answered, entry({ atMs: 50 }));
    expect(answered).toMatchObject({ waitingSinceMs: null, unreadCount: 1, last: { id: "m" } });
  });

  it("keeps what the customer said last in view of a notice", () => {
    const noticed = thread();
    takeIn(noticed, entry({ author: "system", wish: "note" }));
    expect(noticed).toMatchObject({ last: { id: "m" }, lastActivityMs: 100, unreadCount: 0 });
  });

  it.each([
    ["to whoever has it", "agent", "open"],
    ["to the queue, where nobody has it", null, "queued"],
  ])("wakes when the customer writes: %s", (_, assigneeId, state) => {
    const asleep = thread({ state: "snoozed", assigneeId });
    takeIn(asleep, entry());
    expect(asleep).toMatchObject({ state, assigneeId, unreadCount: 1 });
  });

  it("sleeps on through what asks for nothing, and through a copy for another responder", () => {
    const asleep = thread({ state: "snoozed" });
    takeIn(asleep, entry({ wish: "note", author: "phone_app", direction: "out" }));
    takeIn(asleep, entry({ atMs: 300, standby: true }));
    expect(asleep.state).toBe("snoozed");
  });

  it("of spam lets nobody wait and counts nothing as unread", () => {
    const spam = thread({ state: "resolved", isSpam: true });
    takeIn(spam, entry());
    expect(spam).toMatchObject({ state: "resolved", unreadCount: 0, waitingSinceMs: null, lastActivityMs: 200 });
  });

  it("shows the later of two messages of one second that came later", () => {
    const busy = thread({ last: null });
    takeIn(busy, entry({ id: "b" }));
    takeIn(busy, entry({ id: "a" }));
    expect(busy.last?.id).toBe("b");
  });
});

describe("a reopened thread", () => {
  it("goes back to who had it and is there, else to the queue", () => {
    const [there, gone] = [thread({ assigneeIsOnline: true }), thread()];
    reopenThread(there);
    reopenThread(gone);
    expect(there).toMatchObject({ state: "open", assigneeId: "agent" });
    expect(gone).toMatchObject({ state: "queued", assigneeId: null });
  });

  it("goes to the queue where routing gives out, which knows who has room, and so does one that the customer wakes", () => {
    const reopened = thread({ assigneeIsOnline: true, isRouted: true });
    reopenThread(reopened);
    const woken = thread({ state: "snoozed", isRouted: true });
    takeIn(woken, entry());
    for (const each of [reopened, woken]) expect(each).toMatchObject({ state: "queued", assigneeId: null });
  });
});

describe("the owner after a hand-over", () => {
  it.each([
    ["control_passed", null, "us"],
    ["control_taken", null, "other"],
    ["control_taken", "ours", "us"],
    ["control_passed", "theirs", "other"],
    ["other", "ours", null],
  ] as const)("%s to the app %s is %s", (change, newOwnerAppId, owner) => {
    expect(nextOwner({ change, newOwnerAppId }, "ours")).toBe(owner);
  });
});

describe("amendments", () => {
  const message: Amendable = {
    type: "text",
    content: { type: "text", text: { body: "Frist" }, context: { forwarded: true } },
    editedAtMs: null,
    revokedAtMs: null,
  };
  const edit = (wamid: string, body: string, atMs: number) => ({
    wamid,
    kind: "edit" as const,
    content: { type: "text", text: { body } },
    atMs,
  });

  it("of the same second end the same in any order", () => {
    const edits = [edit("a", "One", 1), edit("b", "Two", 1)];
    expect(amend(message, edits)).toEqual(amend(message, [...edits].reverse()));
  });

  it("change what was said and keep what was around it", () => {
    expect(amend(message, [edit("a", "First", 1)])).toEqual({
      type: "text",
      content: { type: "text", text: { body: "First" }, context: { forwarded: true } },
      editedAtMs: 1,
      revokedAtMs: null,
    });
  });

  it("of which one deletes leave nothing to read", () => {
    const gone = amend(message, [edit("a", "First", 5), { wamid: "b", kind: "revoke", content: null, atMs: 3 }]);
    expect(gone).toMatchObject({ content: { type: "text" }, revokedAtMs: 3 });
  });
});
