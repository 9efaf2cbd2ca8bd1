import { expect, test } from "vitest";
import type { EventFrame, EventType } from "@/lib/events/types";
import { planOf } from "./plan";

function event(type: EventType, refs: Partial<EventFrame> = {}) {
  return { cursor: "1.1", type, actor: "system:ingest", at: "", payload: {}, ...refs } as EventFrame;
}

test("a message makes its conversation and itself old, and no count", () => {
  const plan = planOf([event("message.received", { conversationId: "c", messageId: "m" })]);
  expect([...plan.conversations]).toEqual(["c"]);
  expect([...(plan.messages.get("c") ?? [])]).toEqual(["m"]);
  expect(plan.wholes).toEqual(new Set(["queues"]));
});

test("several statuses of one message are one change", () => {
  const refs = { conversationId: "c", messageId: "m" };
  const plan = planOf([event("message.sent", refs), event("message.delivered", refs), event("message.read", refs)]);
  expect(plan.messages.get("c")?.size).toBe(1);
});

test.each(["message.delayed", "message.unsure", "message.unconfirmed"] as const)(
  "%s makes the message and its conversation old, as any event of a message",
  (type) => {
    const plan = planOf([event(type, { conversationId: "c", messageId: "m" })]);
    expect([...plan.conversations]).toEqual(["c"]);
    expect([...(plan.messages.get("c") ?? [])]).toEqual(["m"]);
  },
);

test("who has a conversation changes the counts", () => {
  expect(planOf([event("conversation.assigned", { conversationId: "c" })]).wholes).toContain("counts");
});

test("a channel that stops shows in every list", () => {
  const { wholes } = planOf([event("channel.stopped", { channelId: "n" })]);
  expect(wholes).toEqual(new Set(["channels", "lists", "hours", "greetings"]));
});

test("presence concerns the members and their queues alone", () => {
  const plan = planOf([event("availability.changed", { memberId: "m" })]);
  expect(plan.wholes).toEqual(new Set(["members", "queues"]));
  expect(plan.conversations.size).toBe(0);
});

test.each([
  ["conversation.queued", true],
  ["conversation.hidden", true],
  ["message.received", true],
  ["serviceLevel.warned", true],
  ["availability.changed", true],
  ["message.delivered", false],
  ["conversation.seen", false],
  ["draft.changed", false],
] as const)("%s changes the wallboard: %s", (type, changes) => {
  expect(planOf([event(type as EventType, { conversationId: "c" })]).wholes.has("queues")).toBe(changes);
});
