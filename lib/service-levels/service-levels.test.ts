import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth";
import { systemActor } from "@/lib/auth";
import { listConversations, markSpam, resolveConversation, snoozeConversation } from "@/lib/conversations";
import { ListConversations } from "@/lib/conversations/schemas";
import type { RecordedEvent } from "@/lib/events";
import { createHours, setChannelHours, setDepartmentHours } from "@/lib/hours";
import { newId } from "@/lib/ids";
import { runErrands } from "@/lib/jobs";
import { cancelMessage, sendMessage } from "@/lib/messages";
import { HOUR, MINUTE } from "@/lib/time";
import { transferConversation } from "@/lib/transfers";
import { breakWrites, putOffOf } from "@/test/broken";
import { makeConversation } from "@/test/conversations";
import { ownerQuery } from "@/test/database";
import { listTypes } from "@/test/events";
import { makeTenant } from "@/test/factories";
import { errands, followConversation, followEvents } from "./follow";
import {
  chooseServiceLevelPolicy,
  createServiceLevelPolicy,
  deleteServiceLevelPolicy,
  editServiceLevelPolicy,
} from "./index";
import { lookAtWindows } from "./queue/look-at-windows";
import { markDue } from "./queue/mark-due";

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * MINUTE);

async function scene(waitedMinutes = 0) {
  const tenant = await makeTenant({ channel: true });
  const { agent, admin, tenantId, departments } = tenant;
  const policy = await createServiceLevelPolicy(admin, {
    name: "Gold",
    firstReplyMinutes: 10,
    nextReplyMinutes: 20,
    resolutionMinutes: 100,
    inHours: false,
    warnAtPercent: 80,
  });
  const [department, other] = departments;
  await chooseServiceLevelPolicy(admin, { departmentId: department.id, policyId: policy.id });
  const plan = { assigneeId: agent.id, departmentId: department.id, lastActivityAt: minutesAgo(waitedMinutes) };
  const { id: conversationId } = await makeConversation(tenant, plan);
  const system = systemActor(tenantId, "serviceLevels");
  const follow = () => followConversation(system, conversationId, new Date());
  const settingChanged = async (type: RecordedEvent["type"] = "serviceLevelPolicy.changed") => {
    await followEvents([{ tenantId, type, conversationId: null } as RecordedEvent]);
    while (await runErrands(errands));
  };
  const heard = (type: RecordedEvent["type"], at: Date, id = conversationId) =>
    ({
      tenantId,
      type,
      conversationId: id,
      at: at.toISOString(),
      actor: "system:ingest",
      payload: {},
      causeId: null,
    }) as unknown as RecordedEvent;
  await follow();
  const levels = () =>
    ownerQuery<{ kind: string; due: number | null; state: string }>(
      `select kind, round(extract(epoch from due_at - started_at) / 60)::int as due,
         case when met_at is not null then 'met' when cancelled_at is not null then 'cancelled'
           when missed_at is not null then 'missed' when warned_at is not null then 'warned' else 'ok' end as state
       from service_levels where tenant_id = $1 and kind <> 'window' order by started_at, kind`,
      [tenantId],
    );
  const told = async () =>
    (await listTypes(tenantId, conversationId)).filter((type) => type.startsWith("serviceLevel."));
  const answer = (who: Actor = agent) =>
    sendMessage(who, { conversationId, clientId: newId(), type: "text", text: { body: "On its way." } });
  return { ...tenant, policy, other, conversationId, follow, settingChanged, heard, levels, told, answer };
}

const reply = async ({ levels }: { levels: () => Promise<{ kind: string }[]> }) =>
  (await levels()).find(({ kind }) => kind === "first_reply");

describe("a promise", () => {
  it("is warned of and missed once each, though three engines look at the same time", async () => {
    const made = await scene(9);
    await Promise.all([markDue(), markDue(), markDue()]);
    expect(await reply(made)).toMatchObject({ due: 10, state: "warned" });
    const later = new Date(Date.now() + 2 * MINUTE);
    await Promise.all([markDue(later), markDue(later), markDue(later)]);
    expect(await reply(made)).toMatchObject({ state: "missed" });
    expect((await made.told()).slice(2)).toEqual(["serviceLevel.warned", "serviceLevel.missed"]);
  });

  it("is not missed when the answer was given in time, though nobody has followed it yet", async () => {
    const made = await scene(9);
    await made.answer();
    await markDue(new Date(Date.now() + 2 * MINUTE));
    expect(await reply(made)).toMatchObject({ state: "met" });
    expect(await made.told()).not.toContain("serviceLevel.missed");
  });

  it("that was told of is not told of again when an event from before is followed late", async () => {
    const made = await scene(9);
    const before = new Date(Date.now() + 30_000);
    await markDue(new Date(Date.now() + 2 * MINUTE));
    await followEvents([made.heard("message.received", before), made.heard("conversation.opened", before)]);
    expect(await reply(made)).toMatchObject({ state: "missed" });
    await followEvents([made.heard("message.received", minutesAgo(5))]);
    await markDue(new Date(Date.now() + 3 * MINUTE));
    expect((await made.told()).filter((type) => /warned|missed/.test(type))).toEqual(["serviceLevel.missed"]);
  });

  it("runs on when the answer was taken back, from when the customer began to wait", async () => {
    const made = await scene(3);
    const message = await made.answer();
    await made.follow();
    expect(await reply(made)).toMatchObject({ state: "met" });
    await cancelMessage(made.agent, { conversationId: made.conversationId, messageId: message.id });
    await made.follow();
    expect(await made.levels()).toMatchObject([{ kind: "first_reply", due: 10, state: "ok" }, { kind: "resolution" }]);
  });

  it("of a resolution stands still after the answer and is met at the end", async () => {
    const { answer, follow, levels, agent, conversationId } = await scene();
    await answer();
    await follow();
    expect(await levels()).toMatchObject([{ state: "met" }, { kind: "resolution", due: null, state: "ok" }]);
    await resolveConversation(agent, { conversationId });
    await follow();
    expect(await levels()).toMatchObject([{ state: "met" }, { kind: "resolution", state: "met" }]);
  });

  it("of a resolution stands still while the conversation sleeps", async () => {
    const { follow, levels, agent, conversationId } = await scene();
    await snoozeConversation(agent, { conversationId, until: { kind: "hours", hours: 2 } });
    await follow();
    expect(await levels()).toMatchObject([{ due: 10 }, { kind: "resolution", due: null }]);
  });

  it("does not hold of spam", async () => {
    const { follow, levels, agent, conversationId } = await scene();
    await markSpam(agent, { conversationId, isSpam: true });
    await follow();
    expect((await levels()).map(({ state }) => state)).toEqual(["cancelled", "cancelled"]);
  });
});

describe("one conversation that cannot be looked at", () => {
  it("is put off, so that whoever is due after it is told of", async () => {
    const broken = await scene(12);
    const others = [await scene(9), await scene(11)];
    const mend = await breakWrites("service_levels", "conversation_id", broken.conversationId);
    await markDue();
    expect(await Promise.all(others.map(reply))).toMatchObject([{ state: "warned" }, { state: "missed" }]);
    const putOff = { work: "serviceLevels.due", item_id: broken.conversationId, failures: 1, code: "22023" };
    expect(await putOffOf(broken.tenantId)).toEqual([putOff]);
    await markDue();
    expect(await putOffOf(broken.tenantId)).toEqual([putOff]);
    await mend();
    await markDue(new Date(Date.now() + MINUTE));
    expect(await reply(broken)).toMatchObject({ state: "missed" });
    expect(await putOffOf(broken.tenantId)).toEqual([]);
  });

  it("holds up no other workspace that the reader follows, and is followed later", async () => {
    const [broken, other] = [await scene(), await scene()];
    const mend = await breakWrites("service_levels", "conversation_id", broken.conversationId);
    for (const { agent, conversationId } of [broken, other]) await resolveConversation(agent, { conversationId });
    await followEvents([broken, other].map(({ heard }) => heard("conversation.resolved", new Date())));
    expect((await other.levels()).map(({ state }) => state)).not.toContain("ok");
    expect((await broken.levels()).map(({ state }) => state)).toContain("ok");
    await mend();
    await runErrands(errands, new Date(Date.now() + MINUTE));
    expect((await broken.levels()).map(({ state }) => state)).not.toContain("ok");
  });
});

describe("in business hours", () => {
  const day = (from: string, to: string) => Array.from({ length: 7 }, () => [{ from, to }]);
  const never = Array.from({ length: 7 }, () => []);

  it("the number's own hours count before the department's, from when they are set", async () => {
    const made = await scene(3);
    const { admin, channel, departments, policy, settingChanged } = made;
    const always = { name: "Always", timeZone: "UTC", weekly: day("00:00", "24:00"), exceptions: [] };
    const { id: open } = await createHours(admin, always);
    const { id: closed } = await createHours(admin, { ...always, name: "Never", weekly: never });
    await editServiceLevelPolicy(admin, { policyId: policy.id, inHours: true });
    await setDepartmentHours(admin, { departmentId: departments[0].id, hoursId: open });
    await settingChanged("hours.changed");
    expect(await reply(made)).toMatchObject({ due: 10 });
    await setChannelHours(admin, { channelId: channel.id, hoursId: closed });
    await settingChanged("hours.changed");
    expect(await reply(made)).toMatchObject({ due: null });
    await setChannelHours(admin, { channelId: channel.id, hoursId: null });
    await settingChanged("hours.changed");
    expect(await reply(made)).toMatchObject({ due: 10 });
  });
});

describe("another department", () => {
  it("brings its own policy, and keeps since when the customer waits", async () => {
    const made = await scene(3);
    const strict = await createServiceLevelPolicy(made.admin, {
      name: "Platinum",
      firstReplyMinutes: 5,
      nextReplyMinutes: null,
      resolutionMinutes: null,
      inHours: false,
      warnAtPercent: 80,
    });
    await chooseServiceLevelPolicy(made.admin, { departmentId: made.other.id, policyId: strict.id });
    const { conversationId } = made;
    await transferConversation(made.agent, { conversationId, departmentId: made.other.id, note: "Yours" });
    await made.follow();
    expect(await made.levels()).toMatchObject([
      { kind: "first_reply", due: 5, state: "ok" },
      { kind: "resolution", state: "cancelled" },
    ]);
  });
});

describe("a policy", () => {
  it("that changes holds for what runs already", async () => {
    const made = await scene(9);
    await editServiceLevelPolicy(made.admin, { policyId: made.policy.id, firstReplyMinutes: 60 });
    await made.settingChanged();
    expect(await reply(made)).toMatchObject({ due: 60, state: "ok" });
  });

  it("that is chosen late holds for the customers who wait", async () => {
    const made = await scene();
    await chooseServiceLevelPolicy(made.admin, { departmentId: made.departments[0].id, policyId: null });
    await made.settingChanged();
    expect(await reply(made)).toMatchObject({ state: "cancelled" });
    await chooseServiceLevelPolicy(made.admin, { departmentId: made.departments[0].id, policyId: made.policy.id });
    await made.settingChanged();
    expect(await reply(made)).toMatchObject({ state: "ok" });
  });

  it("that is deleted ends what runs by it", async () => {
    const made = await scene();
    await deleteServiceLevelPolicy(made.admin, { policyId: made.policy.id });
    await made.settingChanged();
    expect((await made.levels()).map(({ state }) => state)).toEqual(["cancelled", "cancelled"]);
  });

  it("is not an agent's to change", async () => {
    const { agent, policy } = await scene();
    await expect(editServiceLevelPolicy(agent, { policyId: policy.id, name: "Mine" })).rejects.toThrow("role");
  });
});

it("the service window of somebody who waits is warned of in its last hour, without any policy", async () => {
  const tenant = await makeTenant({ channel: true });
  const at = new Date(Date.now() - 23.5 * HOUR);
  const { id } = await makeConversation(tenant, { assigneeId: tenant.agent.id, lastActivityAt: at });
  await followConversation(systemActor(tenant.tenantId, "serviceLevels"), id, new Date());
  await markDue();
  expect(await listTypes(tenant.tenantId, id)).toEqual(["serviceLevel.warned"]);
});

it("a window is measured once it is about to close on somebody who waits", async () => {
  const tenant = await makeTenant({ channel: true });
  const at = (hours: number) => ({ lastActivityAt: new Date(Date.now() - hours * HOUR) });
  const [soon, later] = [await makeConversation(tenant, at(22.5)), await makeConversation(tenant, at(3))];
  await lookAtWindows();
  const measured = await ownerQuery<{ id: string }>(
    "select conversation_id as id from service_levels where tenant_id = $1 and kind = 'window'",
    [tenant.tenantId],
  );
  expect(measured).toEqual([{ id: soon.id }]);
  expect(measured).not.toContainEqual({ id: later.id });
});

describe("a list", () => {
  const listed = async (actor: Actor, filters: Record<string, unknown>) =>
    (await listConversations(actor, ListConversations.input.parse({ view: "all", ...filters }))).items;

  it("shows the most urgent promise of each conversation, and sorts and narrows by it", async () => {
    const made = await scene(9);
    await markDue();
    const late = await makeConversation(made, {
      departmentId: made.departments[0].id,
      lastActivityAt: minutesAgo(12),
    });
    await followConversation(systemActor(made.tenantId, "serviceLevels"), late.id, new Date());
    await markDue();
    const none = await makeConversation(made);
    await followConversation(systemActor(made.tenantId, "serviceLevels"), none.id, new Date());
    const items = await listed(made.manager, { sort: "due" });
    expect(items.map(({ id, serviceLevel }) => [id, serviceLevel?.kind, serviceLevel?.state])).toEqual([
      [late.id, "first_reply", "missed"],
      [made.conversationId, "first_reply", "warned"],
      [none.id, undefined, undefined],
    ]);
    expect((await listed(made.manager, { serviceLevel: "missed" })).map(({ id }) => id)).toEqual([late.id]);
    expect((await listed(made.manager, { serviceLevel: "warned" })).map(({ id }) => id)).toEqual([made.conversationId]);
  });
});
