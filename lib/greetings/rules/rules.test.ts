import { describe, expect, it, test } from "vitest";
import { fillGreeting, opensAtWords, unknownVariables, waitWords } from "@/lib/greetings/types";
import { chooseGreeting, type Narrowing } from "./choose";
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
