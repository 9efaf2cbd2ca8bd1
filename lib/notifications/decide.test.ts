import { describe, expect, test } from "vitest";
import { type Role, roles, type Visibility, visibilities } from "@/lib/auth/types";
import { type AvailabilityState, AWAY, CONNECTION_LOST } from "@/lib/availability/types";
import { maySee } from "@/lib/conversations";
import { type EventType, eventTypes, type RecordedEvent } from "@/lib/events/types";
import { type NoticeKind, noticeKinds } from "@/lib/preferences/types";
import { collapse, hears, type NoticeFacts, noticesFor, tellingTypes } from "./decide";

const asker = (visibility: Visibility, role: Role = "agent") => ({
  id: "me",
  role,
  scopes: null,
  visibility,
  departmentIds: ["mine"],
});

function event(type: EventType, more: Partial<RecordedEvent> = {}): RecordedEvent {
  return {
    cursor: "1.1",
    tenantId: "t",
    type,
    actor: "system:ingest",
    at: "2026-11-21T10:00:00Z",
    payload: {},
    conversationId: "c",
    contactId: null,
    messageId: null,
    memberId: "me",
    channelId: null,
    departmentId: null,
    causeId: null,
    ...more,
  };
}

const told = (type: EventType, facts: Partial<NoticeFacts>, visibility: Visibility = "department") =>
  noticesFor(asker(visibility), [event(type)], new Map([["c", { ...queued, ...facts }]])).map(({ kind }) => kind);

const queued: NoticeFacts = { departmentId: "mine", assigneeId: null, state: "queued", owner: "us" };
const mine = { assigneeId: "me", state: "open" };
const theirs = { assigneeId: "colleague", state: "open" };

describe("a member", () => {
  const cells = visibilities.flatMap((visibility) =>
    ["mine", "other", null].flatMap((departmentId) =>
      [queued, mine, theirs].flatMap((whose) =>
        eventTypes.map((type) => ({ visibility, type, facts: { ...queued, ...whose, departmentId } })),
      ),
    ),
  );

  test(`is told of nothing that they may not see, in each of ${cells.length} cells`, () => {
    let hidden = 0;
    for (const { visibility, type, facts } of cells) {
      if (maySee(asker(visibility), facts)) continue;
      hidden += 1;
      expect(told(type, facts, visibility), `${visibility} ${type} ${JSON.stringify(facts)}`).toEqual([]);
    }
    expect(hidden).toBeGreaterThan(100);
  });

  test("is told of nothing else than the types that are read for it", () => {
    for (const { visibility, type, facts } of cells) {
      if (told(type, facts, visibility).length > 0) expect(tellingTypes).toContain(type);
    }
  });

  test.each<[EventType, Partial<NoticeFacts>, NoticeKind[]]>([
    ["conversation.queued", queued, ["unassigned"]],
    ["conversation.queued", mine, []],
    ["conversation.assigned", mine, ["mine"]],
    ["conversation.assigned", theirs, []],
    ["message.received", mine, ["mine"]],
    ["message.received", { ...mine, owner: "other" }, []],
    ["message.received", theirs, []],
    ["message.received", queued, []],
    ["message.failed", mine, ["warning"]],
    ["message.failed", theirs, []],
    ["message.unconfirmed", mine, ["warning"]],
    ["note.mentioned", theirs, ["mention"]],
    ["note.mentioned", { ...theirs, departmentId: "other" }, []],
    ["reminder.changed", theirs, ["mine"]],
    ["conversation.resolved", mine, []],
  ])("is told, of %s in %j, %j", (type, facts, kinds) => {
    expect(told(type, facts)).toEqual(kinds);
  });

  test.each<[Role, number]>([
    ["agent", 0],
    ["manager", 0],
    ["admin", 1],
    ["owner", 1],
  ])("who is %s is told %d times that a rule was stopped", (role, times) => {
    const notices = noticesFor(asker("all", role), [event("rule.stopped")], new Map([["c", queued]]));
    expect(notices).toHaveLength(times);
  });

  test("is not told of what they did themselves, nor called when another is", () => {
    const facts = new Map([["c", { ...queued, ...mine }]]);
    expect(noticesFor(asker("all"), [event("conversation.assigned", { actor: "member:me" })], facts)).toEqual([]);
    expect(noticesFor(asker("all"), [event("note.mentioned", { memberId: "you" })], facts)).toEqual([]);
  });

  test("is not told of a conversation that is gone", () => {
    expect(noticesFor(asker("all"), [event("message.received")], new Map())).toEqual([]);
  });

  test.each(roles)("who is %s is told of a stopped number if they can connect it again", (role) => {
    const stopped = event("channel.stopped", { conversationId: null });
    const expected = role === "owner" || role === "admin" ? 1 : 0;
    expect(noticesFor(asker("all", role), [stopped], new Map())).toHaveLength(expected);
  });
});

test.each<[AvailabilityState, string | null, NoticeKind[]]>([
  ["online", null, ["unassigned", "mine", "mention", "warning"]],
  ["busy", null, ["mine", "mention", "warning"]],
  ["break", "lunch", []],
  ["break", AWAY, ["mine", "mention", "warning"]],
  ["break", CONNECTION_LOST, ["mine", "mention", "warning"]],
  ["offline", null, []],
])("who is %s (%s) hears of %j", (state, reason, kinds) => {
  expect(noticeKinds.filter((kind) => hears({ state, reason }, kind))).toEqual(kinds);
});

test("three lines of one customer are one piece of news, and the last says when", () => {
  const line = (cursor: string) => ({ kind: "mine" as const, cause: "message" as const, conversationId: "c", cursor });
  expect(collapse([line("1.1"), line("1.2"), line("1.3")])).toEqual([line("1.3")]);
});

test("a promise at risk is told to whoever has the conversation, and one that was missed to managers too", () => {
  const facts = new Map([["c", { ...queued, ...theirs }]]);
  const causes = (role: Role, type: EventType, whose = facts) =>
    noticesFor(asker("all", role), [event(type)], whose).map(({ cause }) => cause);
  const own = new Map([["c", { ...queued, ...mine }]]);
  expect(causes("agent", "serviceLevel.warned", own)).toEqual(["atRisk"]);
  expect(causes("agent", "serviceLevel.missed", own)).toEqual(["missed"]);
  expect(causes("agent", "serviceLevel.missed")).toEqual([]);
  expect(causes("manager", "serviceLevel.warned")).toEqual([]);
  expect(causes("manager", "serviceLevel.missed")).toEqual(["missed"]);
});

test("a promise at risk that is nobody's yet is told to whoever may take it from their queue, and warns managers", () => {
  expect(told("serviceLevel.warned", queued)).toEqual(["unassigned"]);
  expect(told("serviceLevel.warned", { ...queued, departmentId: null })).toEqual(["unassigned"]);
  expect(told("serviceLevel.warned", { ...queued, departmentId: "other" }, "all")).toEqual([]);
  expect(told("serviceLevel.warned", theirs)).toEqual([]);
  const facts = new Map([["c", { ...queued, departmentId: "other" }]]);
  const warned = noticesFor(asker("all", "manager"), [event("serviceLevel.warned")], facts);
  expect(warned).toMatchObject([{ kind: "warning", cause: "atRisk" }]);
});
