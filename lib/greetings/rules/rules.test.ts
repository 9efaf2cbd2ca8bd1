import { describe, expect, it, test } from "vitest";
import { fillGreeting, opensAtWords, unknownVariables, waitWords } from "@/lib/greetings/types";
import { chooseGreeting, type Narrowing } from "./choose";
import { dueAt, plansFor } from "./due-at";
import { momentOf } from "./moment";

const any = { kind: "welcome", language: null, channelId: null, departmentId: null, during: "always" } as const;
const all: (Narrowing & { name: string })[] = [
  { ...any, name: "all" },
  { ...any, name: "open", during: "open" },
  { ...any, name: "closed", during: "closed" },
  { ...any, name: "sales", departmentId: "sales" },
  { ...any, name: "sales open", departmentId: "sales", during: "open" },
  { ...any, name: "shop", channelId: "shop" },
  { ...any, name: "es", language: "es" },
  { ...any, name: "es-MX", language: "es-MX" },
  { ...any, name: "es sales", language: "es", departmentId: "sales" },
  { ...any, name: "away", kind: "away" },
  { ...any, name: "all too" },
];

describe("of those that fit, the one meant most exactly", () => {
  it.each([
    ["open, nothing else", null, "other", "support", true, "open"],
    ["closed", null, "other", "support", false, "closed"],
    ["a department before a time", null, "other", "sales", false, "sales"],
    ["a department and a time", null, "other", "sales", true, "sales open"],
    ["a number before a department", null, "shop", "sales", true, "shop"],
    ["a language before a number", "es", "shop", "support", true, "es"],
    ["a language and a department", "es", "shop", "sales", true, "es sales"],
    ["a region before its language", "es-MX", "shop", "sales", true, "es-MX"],
    ["another region has the language's", "es-AR", "other", "support", true, "es"],
    ["a language that nothing is written in", "pt", "other", "support", true, "open"],
    ["in no department", null, "other", null, false, "closed"],
  ])("%s", (_, language, channelId, departmentId, isOpen, expected) => {
    expect(chooseGreeting(all, "welcome", { language, channelId, departmentId, isOpen })?.name).toBe(expected);
  });

  it("the first of two that say the same, and none of another kind", () => {
    const nowhere = { language: null, channelId: "other", departmentId: null, isOpen: false };
    const alike = all.filter(({ name }) => name.startsWith("all"));
    expect(chooseGreeting(alike, "welcome", nowhere)?.name).toBe("all");
    expect(chooseGreeting(all, "reopened", nowhere)).toBeNull();
  });
});

describe("the moment", () => {
  it.each([
    ["a new conversation, open", "conversation.opened", {}, true, ["welcome"], []],
    ["a new conversation, closed", "conversation.opened", {}, false, ["away", "welcome"], []],
    ["a conversation that we began", "conversation.opened", { by: "us" }, false, [], []],
    ["a customer comes back", "conversation.reopened", { by: "contact" }, true, ["reopened"], []],
    ["we reopen one", "conversation.reopened", { by: "us" }, true, [], []],
    ["a message while open", "message.received", { author: "contact" }, true, [], ["follow_up"]],
    ["a message while closed", "message.received", { author: "contact" }, false, ["away"], ["follow_up"]],
    ["a copy for another responder", "message.received", { author: "contact", standby: true }, false, [], []],
    ["a change of number", "message.received", { author: "system" }, false, [], []],
    ["a missed call while closed", "call.missed", {}, false, ["away"], ["follow_up"]],
    ["into the queue", "conversation.queued", {}, false, [], ["queue"]],
    ["anything else", "conversation.resolved", {}, false, [], []],
  ])("%s", (_, type, payload, isOpen, atOnce, later) => {
    expect(momentOf({ type, payload }, isOpen)).toEqual({ atOnce, later });
  });
});

describe("one that waits ten minutes is due", () => {
  const office = { timeZone: "UTC", weekly: Array(7).fill([{ from: "09:00", to: "18:00" }]), exceptions: [] };
  const never = { ...office, weekly: Array(7).fill([]) };
  it.each([
    ["at once while it is open", "open", office, "12:00", "2026-11-20T12:10:00Z"],
    ["after what is left of its time, at the next opening", "open", office, "17:55", "2026-11-21T09:05:00Z"],
    ["at the next opening where it closes just then", "open", office, "17:50", "2026-11-21T09:00:00Z"],
    ["after the next opening where it was closed all the time", "open", office, "22:00", "2026-11-21T09:10:00Z"],
    ["never where it never opens", "open", never, "22:00", null],
    ["by the calendar where it is said at any time", "always", office, "17:55", "2026-11-20T18:05:00Z"],
    ["by the calendar where it is said while closed", "closed", office, "22:00", "2026-11-20T22:10:00Z"],
    ["at once where there are no hours", "open", null, "22:00", "2026-11-20T22:10:00Z"],
  ] as const)("%s", (_, during, hours, at, expected) => {
    const due = dueAt({ during, afterMinutes: 10 }, hours, new Date(`2026-11-20T${at}:00Z`));
    expect(due).toEqual(expected && new Date(expected));
  });

  it("as the one that may be said then, and the earliest of them", () => {
    const waiting = { ...any, kind: "follow_up" as const, afterMinutes: 10 };
    const plans = (...times: Narrowing["during"][]) =>
      plansFor(
        times.map((during) => ({ ...waiting, during })),
        "follow_up",
        {
          place: { language: null, channelId: "shop", departmentId: null },
          hours: office,
          since: new Date("2026-11-20T17:55:00Z"),
        },
      ).map(({ greeting, dueAt: at }) => [greeting.during, at.toISOString()]);
    expect(plans("open")).toEqual([["open", "2026-11-21T09:05:00.000Z"]]);
    expect(plans("open", "closed")).toEqual([
      ["closed", "2026-11-20T18:05:00.000Z"],
      ["open", "2026-11-21T09:05:00.000Z"],
    ]);
    expect(plans("always")).toEqual([["always", "2026-11-20T18:05:00.000Z"]]);
  });
});

describe("a text", () => {
  it.each([
    ["Hello {{contact.firstName}}!", { "contact.firstName": "Mei" }, "Hello Mei!"],
    ["Hello {{contact.firstName}}!", {}, "Hello!"],
    ["Hello, {{contact.firstName}}!", {}, "Hello!"],
    ["مرحبًا، {{contact.firstName}}!", {}, "مرحبًا!"],
    ["Hello {{contact.firstName|there}}!", {}, "Hello there!"],
    ["Hello {{ contact.firstName | there }}!", { "contact.firstName": "Mei" }, "Hello Mei!"],
    ["{{department.name}}: back {{hours.opensAt|soon}}.", { "department.name": "Sales" }, "Sales: back soon."],
    ["Hi {{contact.name}}", { "contact.name": "$& {{workspace.name}}" }, "Hi $& {{workspace.name}}"],
  ])("%s with %j is %s", (text, values, expected) => {
    expect(fillGreeting(text, values)).toBe(expected);
  });

  test("names only variables that there are", () => {
    expect(unknownVariables("{{contact.firstName}} {{agent.name}} {{agent.name|x}} {{queue.place}}")).toEqual([
      "agent.name",
    ]);
  });
});

test("when it opens is said by the clocks of the place, in the customer's language", () => {
  const said = (at: string, language: string, now = "2026-11-20T18:00:00Z") =>
    opensAtWords(new Date(at), new Date(now), "Pacific/Auckland", language).replaceAll("\u202f", " ");
  expect(said("2026-11-20T20:00:00Z", "en")).toBe("today, 9:00 AM");
  expect(said("2026-11-20T20:00:00Z", "en", "2026-11-20T08:00:00Z")).toBe("tomorrow, 9:00 AM");
  expect(said("2026-11-22T20:00:00Z", "es")).toBe("lunes, 9:00");
  expect(said("2026-11-22T20:00:00Z", "ar")).toMatch(/الاثنين.*9:00/);
  expect(said("2026-12-27T20:00:00Z", "pt-BR")).toBe("segunda-feira, 28 de dezembro às 9:00");
  expect(said("2026-11-22T20:00:00Z", "no such language")).toBe("Monday 9:00 AM");
});

test("a wait is said as a range, in hours where it is long", () => {
  expect(waitWords({ fromSeconds: 300, toSeconds: 600 }, "en")).toBe("5–10 minutes");
  expect(waitWords({ fromSeconds: 300, toSeconds: 300 }, "es")).toBe("5 minutos");
  expect(waitWords({ fromSeconds: 4200, toSeconds: 9000 }, "pt")).toContain("1");
  expect(waitWords({ fromSeconds: 4200, toSeconds: 9000 }, "en")).toBe("1–3 hours");
});
