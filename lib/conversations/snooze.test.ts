import { describe, expect, test } from "vitest";
import { HOUR, MINUTE } from "@/lib/time";
import { breakWrites } from "@/test/broken";
import { makeConversation } from "@/test/conversations";
import { ownerQuery } from "@/test/database";
import { listTypes } from "@/test/events";
import { makeTenant } from "@/test/factories";
import { messagesBody, receive, secondsAgo, textMessage } from "@/test/webhooks";
import {
  assignConversation,
  countConversations,
  listConversations,
  readConversation,
  resolveConversation,
  snoozeConversation,
  wakeConversation,
} from "./index";
import { ListConversations } from "./schemas";
import { wakeTime } from "./snooze-time";
import { wakeDue } from "./timers/wake-due";

const now = new Date("2026-11-21T15:00:00Z");
const around = { now, timeZone: "Europe/Berlin", windowOpenedAt: null };

describe("when a snooze ends", () => {
  test.each([
    [{ kind: "hours", hours: 3 }, "2026-11-21T18:00:00Z"],
    [{ kind: "tomorrow" }, "2026-11-22T08:00:00Z"],
    [{ kind: "monday" }, "2026-11-23T08:00:00Z"],
    [{ kind: "time", at: "2026-11-25T10:30:00+01:00" }, "2026-11-25T09:30:00Z"],
  ] as const)("%j is a time", (until, expected) => {
    expect(wakeTime(until, around)).toEqual(new Date(expected));
  });

  test("until they reply is no time", () => expect(wakeTime({ kind: "reply" }, around)).toBeNull());

  test("until the window is about to close leaves an hour to answer in", () => {
    const windowOpenedAt = new Date(now.getTime() - 2 * HOUR);
    const at = wakeTime({ kind: "window" }, { ...around, windowOpenedAt });
    expect(at).toEqual(new Date(windowOpenedAt.getTime() + 23 * HOUR - MINUTE));
  });

  test.each([
    ["a time that is past", { kind: "time", at: "2026-11-21T14:59:59Z" }, "snooze_in_past"],
    ["a time more than a year off", { kind: "time", at: "2028-01-01T00:00:00Z" }, "snooze_too_long"],
    ["a window that is closed", { kind: "window" }, "window_too_short"],
  ] as const)("%s is refused", (_, until, code) => {
    expect(() => wakeTime(until, around)).toThrow(expect.objectContaining({ code }));
  });
});

const asked = (filters: Record<string, unknown> = {}) => ListConversations.input.parse(filters);
const past = (conversationId: string) =>
  ownerQuery("update conversations set snoozed_until = now() - interval '1 second' where id = $1", [conversationId]);

async function asleep(options: { mine?: boolean } = {}) {
  const tenant = await makeTenant({ channel: true });
  const { id: conversationId } = await makeConversation(tenant, options.mine ? { assigneeId: tenant.agent.id } : {});
  const until = { kind: "hours", hours: 2 } as const;
  const snoozed = await snoozeConversation(tenant.agent, { conversationId, until });
  return { tenant, conversationId, snoozed };
}

test("a snoozed conversation is in no list but its own, and keeps its member", async () => {
  const { tenant, conversationId, snoozed } = await asleep({ mine: true });
  expect(snoozed).toMatchObject({ state: "snoozed", assignee: { id: tenant.agent.id } });
  for (const view of ["mine", "all", "unassigned", "resolved"]) {
    expect((await listConversations(tenant.agent, asked({ view }))).items).toEqual([]);
  }
  const { items } = await listConversations(tenant.agent, asked({ view: "snoozed" }));
  expect(items.map(({ id }) => id)).toEqual([conversationId]);
  expect(await countConversations(tenant.agent)).toMatchObject({ mine: 0, all: 0, snoozed: 1 });
});

test("nine o'clock is that of the member's own zone, unless another is named", async () => {
  const tenant = await makeTenant({ channel: true });
  await ownerQuery("update users set time_zone = 'Asia/Tokyo' where id = $1", [tenant.agent.userId]);
  const { id: conversationId } = await makeConversation(tenant);
  const hourOf = async (timeZone?: string) => {
    const { snoozedUntil } = await snoozeConversation(tenant.agent, {
      conversationId,
      until: { kind: "tomorrow" },
      timeZone,
    });
    return new Date(snoozedUntil ?? "").getUTCHours();
  };
  expect(await hourOf()).toBe(0);
  expect(await hourOf("Etc/GMT+3")).toBe(12);
});

test("what is due wakes to whoever has it, at the head of the list; what is not due sleeps on", async () => {
  const { tenant, conversationId } = await asleep({ mine: true });
  const other = await makeConversation(tenant, { assigneeId: tenant.agent.id });
  await snoozeConversation(tenant.agent, { conversationId: other.id, until: { kind: "hours", hours: 1 } });
  const { lastActivityAt } = await readConversation(tenant.agent, { conversationId });
  await past(conversationId);
  await wakeDue();
  const woken = await readConversation(tenant.agent, { conversationId });
  expect(woken).toMatchObject({ state: "open", assignee: { id: tenant.agent.id }, snoozedUntil: null });
  expect(Date.parse(woken.lastActivityAt)).toBeGreaterThan(Date.parse(lastActivityAt));
  expect((await readConversation(tenant.agent, { conversationId: other.id })).state).toBe("snoozed");
});

test("of many engines that look at once, one wakes each conversation, and the log says so once", async () => {
  const { tenant, conversationId } = await asleep();
  await past(conversationId);
  await Promise.all(Array.from({ length: 6 }, () => wakeDue()));
  expect((await readConversation(tenant.agent, { conversationId })).state).toBe("queued");
  expect(await listTypes(tenant.tenantId, conversationId)).toEqual([
    "conversation.snoozed",
    "conversation.woken",
    "conversation.queued",
  ]);
});

test("one that waits for the customer never wakes by the clock", async () => {
  const tenant = await makeTenant({ channel: true });
  const { id: conversationId } = await makeConversation(tenant);
  await snoozeConversation(tenant.agent, { conversationId, until: { kind: "reply" } });
  await wakeDue(new Date("2099-01-01T00:00:00Z"));
  expect((await readConversation(tenant.agent, { conversationId })).state).toBe("snoozed");
});

test("the customer's message wakes it early, in the statement that stores the message", async () => {
  const tenant = await makeTenant({ channel: true });
  const phone = "4915112345678";
  const write = (body: string, timestamp: string) =>
    receive(tenant.channel, messagesBody(tenant.channel, { messages: [textMessage({ phone }, { body, timestamp })] }));
  await write("First", secondsAgo(600));
  const [conversation] = (await listConversations(tenant.owner, asked())).items;
  const conversationId = conversation?.id ?? "";
  await assignConversation(tenant.owner, { conversationId, assigneeId: tenant.agent.id });
  await snoozeConversation(tenant.agent, { conversationId, until: { kind: "monday" } });
  await write("Are you there?", secondsAgo(5));
  expect(await readConversation(tenant.agent, { conversationId })).toMatchObject({
    state: "open",
    snoozedUntil: null,
    assignee: { id: tenant.agent.id },
  });
  const [woken] = await ownerQuery<{ payload: unknown }>(
    "select payload from events where tenant_id = $1 and type = 'conversation.woken'",
    [tenant.tenantId],
  );
  expect(woken?.payload).toMatchObject({ by: "contact" });
});

test("waking by hand, handing over and resolving end a snooze for good", async () => {
  for (const end of ["wake", "assign", "resolve"] as const) {
    const { tenant, conversationId } = await asleep({ mine: true });
    if (end === "wake") await wakeConversation(tenant.agent, { conversationId });
    if (end === "assign") await assignConversation(tenant.manager, { conversationId, assigneeId: tenant.admin.id });
    if (end === "resolve") await resolveConversation(tenant.agent, { conversationId });
    const state = end === "resolve" ? "resolved" : "open";
    const ended = await readConversation(tenant.owner, { conversationId });
    expect(ended, end).toMatchObject({ state, snoozedUntil: null });
  }
});

test("a resolved conversation cannot be snoozed", async () => {
  const tenant = await makeTenant({ channel: true });
  const { id: conversationId } = await makeConversation(tenant, { state: "resolved" });
  const snoozed = snoozeConversation(tenant.agent, { conversationId, until: { kind: "monday" } });
  await expect(snoozed).rejects.toMatchObject({ code: "conversation_resolved" });
});

test("one that cannot be woken lets all others wake, and wakes once it can", async () => {
  const tenant = await makeTenant({ channel: true });
  const [first, second] = [await makeConversation(tenant), await makeConversation(tenant)];
  for (const [at, { id: conversationId }] of [first, second].entries()) {
    await snoozeConversation(tenant.manager, { conversationId, until: { kind: "hours", hours: 1 + at } });
  }
  const stateOf = async ({ id: conversationId }: { id: string }) =>
    (await readConversation(tenant.manager, { conversationId })).state;
  const mend = await breakWrites("conversations", "id", first.id);
  await wakeDue(new Date(Date.now() + 3 * HOUR));
  expect([await stateOf(first), await stateOf(second)]).toEqual(["snoozed", "queued"]);
  await mend();
  await wakeDue(new Date(Date.now() + 4 * HOUR));
  expect(await stateOf(first)).toBe("queued");
});
