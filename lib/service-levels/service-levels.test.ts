import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth";
import { systemActor } from "@/lib/auth";
import { listConversations, markSpam, resolveConversation, snoozeConversation } from "@/lib/conversations";
import { ListConversations } from "@/lib/conversations/schemas";
import type { RecordedEvent } from "@/lib/events";
import { createHours, setDepartmentHours } from "@/lib/hours";
import { newId } from "@/lib/ids";
import { cancelMessage, sendMessage } from "@/lib/messages";
import { HOUR, MINUTE } from "@/lib/time";
import { transferConversation } from "@/lib/transfers";
import { makeConversation } from "@/test/conversations";
import { ownerQuery } from "@/test/database";
import { listTypes } from "@/test/events";
import { makeTenant } from "@/test/factories";
import { followConversation, followEvents } from "./follow";
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
  const settingChanged = () =>
    followEvents([{ tenantId, type: "serviceLevelPolicy.changed", conversationId: null } as RecordedEvent]);
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
  return { ...tenant, policy, other, conversationId, follow, settingChanged, levels, told, answer };
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

it("a conversation whose promises cannot be told keeps nobody else waiting", async () => {
  const [broken, other] = [await scene(), await scene()];
  const { admin, departments, policy } = broken;
  const weekly = [[], [], [], [], [], [], []];
  const hours = await createHours(admin, { name: "Office", timeZone: "UTC", weekly, exceptions: [] });
  await setDepartmentHours(admin, { departmentId: departments[0].id, hoursId: hours.id });
  await editServiceLevelPolicy(admin, { policyId: policy.id, inHours: true });
  await ownerQuery("update hours set time_zone = 'Nowhere/Land' where tenant_id = $1", [broken.tenantId]);
  await ownerQuery("delete from service_levels where tenant_id = any($1)", [[broken.tenantId, other.tenantId]]);
  const came = ({ tenantId, conversationId }: typeof other) =>
    ({
      tenantId,
      conversationId,
      type: "message.received",
      actor: "contact",
      payload: {},
      at: new Date().toISOString(),
    }) as unknown as RecordedEvent;
  await followEvents([came(broken), came(other)]);
  expect(await broken.levels()).toEqual([]);
  expect(await other.levels()).toContainEqual({ kind: "first_reply", due: 10, state: "ok" });
});
