import { expect, test } from "vitest";
import { readConversation, resolveConversation } from "@/lib/conversations";
import { editMember } from "@/lib/members";
import { makeConversation } from "@/test/conversations";
import { ownerQuery } from "@/test/database";
import { listTypes } from "@/test/events";
import { makeMember, makeTenant } from "@/test/factories";
import { dispatchIn, goes, makeDesk, passTime } from "@/test/routing";
import {
  acceptOffer,
  createSkill,
  declineOffer,
  deleteSkill,
  editDepartmentRouting,
  editWorkload,
  listRoutingDecisions,
  readDepartmentRouting,
  readMyOffer,
  readRoutingDecision,
  readWorkload,
  setConversationSkills,
  takeNext,
} from "./index";

type Desk = Awaited<ReturnType<typeof makeDesk>>;
const arrive = (desk: Desk) => makeConversation(desk, { departmentId: desk.departmentId });
const next = (person: Desk["agent"], beyondCapacity = false) => takeNext(person, { beyondCapacity });
const page = { cursor: undefined, limit: 50 };

async function offerOf(person: Desk["team"][number]) {
  const { offer } = await readMyOffer(person);
  if (!offer) throw new Error("Nothing is offered.");
  return offer;
}

function both({ team: [one, two] }: Desk) {
  if (!one || !two) throw new Error("Two should be there.");
  return [one, two] as const;
}

test("an offer that is accepted is the member's, by the decision that offered it", async () => {
  const desk = await makeDesk({ agents: 1, mode: "offer" });
  const [agent] = desk.team as [Desk["team"][0]];
  const { id: conversationId } = await arrive(desk);
  await dispatchIn(desk);
  const offer = await offerOf(agent);
  expect(offer.conversation.state).toBe("queued");
  expect((await acceptOffer(agent, { offerId: offer.id })).assignee?.id).toBe(agent.id);
  expect(await listTypes(desk.tenantId, conversationId)).toEqual([
    ...["conversation.offered", "conversation.offerEnded", "conversation.dequeued", "conversation.assigned"],
  ]);
  await expect(acceptOffer(agent, { offerId: offer.id })).rejects.toMatchObject({ code: "offer_over" });
  const { items } = await listRoutingDecisions(agent, { ...page, conversationId });
  expect(items).toMatchObject([{ rule: "leastLoaded", mode: "offer", member: { id: agent.id } }]);
});

test("declined or not taken in time, it goes to the next one, and nobody else can take it meanwhile", async () => {
  const desk = await makeDesk({ mode: "offer", offerSeconds: 30 });
  const people = both(desk);
  await arrive(desk);
  await dispatchIn(desk);
  const isFirst = (await readMyOffer(people[0])).offer !== null;
  const [first, second] = isFirst ? people : ([people[1], people[0]] as const);
  const offer = await offerOf(first);
  await expect(acceptOffer(second, { offerId: offer.id })).rejects.toMatchObject({ kind: "not_found" });
  await declineOffer(first, { offerId: offer.id });
  await dispatchIn(desk);
  const next = await offerOf(second);
  await passTime(desk, 31);
  await expect(acceptOffer(second, { offerId: next.id })).rejects.toMatchObject({ code: "offer_over" });
  await dispatchIn(desk);
  // Both have let it go: whoever did so longer ago is asked again.
  expect((await offerOf(first)).conversation.id).toBe(next.conversation.id);
  await goes(first, "busy");
  await dispatchIn(desk);
  expect((await readMyOffer(first)).offer).toBeNull();
});

test("whoever asks for the next gets who waited longest in their departments, and of two each another", async () => {
  const desk = await makeDesk({ mode: "pull" });
  const [one, two] = both(desk);
  const older = await arrive(desk);
  const newer = await arrive(desk);
  await dispatchIn(desk);
  const taken = await Promise.all([next(one), next(two)]);
  expect(new Set(taken.map(({ conversation }) => conversation?.id))).toEqual(new Set([older.id, newer.id]));
  expect(await next(one)).toEqual({ conversation: null });
  const { items } = await listRoutingDecisions(desk.owner, { ...page, conversationId: older.id });
  expect(items).toMatchObject([{ rule: "next", place: 1 }]);
  expect(await next(desk.agent2)).toEqual({ conversation: null });
});

test("whoever is away is told so when they ask for the next; who is busy asks by choice", async () => {
  const desk = await makeDesk({ mode: "pull" });
  const [one] = both(desk);
  await goes(one, "offline");
  expect(await next(one)).toEqual({ conversation: null });
  const { id } = await arrive(desk);
  await expect(next(one)).rejects.toMatchObject({ code: "not_online" });
  await goes(one, "break");
  await expect(next(one)).rejects.toMatchObject({ code: "on_break" });
  await goes(one, "busy");
  expect((await next(one)).conversation?.id).toBe(id);
});

test("whoever has as much as they can take gets the next only where they may, and want it all the same", async () => {
  const desk = await makeDesk({ mode: "pull", agents: 1 });
  const [one] = desk.team as [Desk["team"][0]];
  await editMember(desk.admin, { memberId: one.id, capacity: 1 });
  const arrived = [await arrive(desk), await arrive(desk), await arrive(desk)];
  await next(one);
  const full = { code: "at_capacity", details: { loadPercent: 100, capacityPercent: 100, mayGoOn: true } };
  await expect(next(one)).rejects.toMatchObject(full);
  const { conversation } = await next(one, true);
  expect(conversation?.id).toBe(arrived[1]?.id);
  const { items } = await listRoutingDecisions(one, { ...page, conversationId: conversation?.id ?? "" });
  expect(items).toMatchObject([{ rule: "next", candidates: [{ loadPercent: 100, unfit: "full" }] }]);
  await editDepartmentRouting(desk.admin, { departmentId: desk.departmentId, mayExceedCapacity: false });
  await expect(next(one, true)).rejects.toMatchObject({ code: "at_capacity", details: { mayGoOn: false } });
});

test("whoever has no room for the first in line takes no lighter one past it", async () => {
  const desk = await makeDesk({ mode: "pull", agents: 1 });
  const [one] = desk.team as [Desk["team"][0]];
  await editWorkload(desk.admin, { waitingOnUsPercent: 100, waitingOnCustomerPercent: 50 });
  await editMember(desk.admin, { memberId: one.id, capacity: 1 });
  await arrive(desk);
  await next(one);
  await ownerQuery("update conversations set waiting_since = null where tenant_id = $1", [desk.tenantId]);
  await arrive(desk);
  const light = await arrive(desk);
  await ownerQuery("update conversations set waiting_since = null where id = $1", [light.id]);
  await expect(next(one)).rejects.toMatchObject({ code: "at_capacity", details: { loadPercent: 50 } });
});

test("a conversation that needs a skill goes only to who has it, until the skill is no more", async () => {
  const desk = await makeDesk();
  const [, able] = both(desk);
  const skill = await createSkill(desk.manager, { name: "Billing" });
  await editMember(desk.admin, { memberId: able.id, skillIds: [skill.id] });
  const asked = await arrive(desk);
  await setConversationSkills(able, { conversationId: asked.id, skillIds: [skill.id] });
  await dispatchIn(desk);
  expect((await readConversation(desk.owner, { conversationId: asked.id })).assignee?.id).toBe(able.id);
  const { items } = await listRoutingDecisions(desk.owner, { ...page, conversationId: asked.id });
  const [decision] = items;
  expect(await readRoutingDecision(desk.owner, { decisionId: decision?.id ?? "" })).toEqual(decision);
  expect(decision?.skills).toEqual([skill]);
  expect(decision?.candidates.map(({ member, unfit }) => [member.name, unfit])).toEqual(
    expect.arrayContaining([
      ["agent-0", "lacksSkill"],
      ["agent-1", null],
    ]),
  );
  await resolveConversation(desk.owner, { conversationId: asked.id });
  await goes(able, "offline");
  const waiting = await arrive(desk);
  await setConversationSkills(able, { conversationId: waiting.id, skillIds: [skill.id] });
  await dispatchIn(desk);
  expect((await readConversation(desk.owner, { conversationId: waiting.id })).assignee).toBeNull();
  await deleteSkill(desk.manager, { skillId: skill.id });
  await dispatchIn(desk);
  expect((await readConversation(desk.owner, { conversationId: waiting.id })).assignee).not.toBeNull();
});

test("two skills do not share a name", async () => {
  const { manager } = await makeTenant();
  await createSkill(manager, { name: "Billing" });
  await expect(createSkill(manager, { name: "Billing" })).rejects.toMatchObject({ code: "skill_name_taken" });
});

test("nobody is given more than they can take, by the weights of the workspace", async () => {
  const desk = await makeDesk({ agents: 1 });
  await editWorkload(desk.admin, { capacity: 1, waitingOnUsPercent: 50 });
  expect(await readWorkload(desk.agent)).toMatchObject({ capacity: 1, waitingOnUsPercent: 50, snoozedPercent: 10 });
  for (let at = 0; at < 3; at += 1) await arrive(desk);
  expect((await dispatchIn(desk)).steps).toBe(2);
  await editMember(desk.admin, { memberId: desk.team[0]?.id ?? "", capacity: 2 });
  expect((await dispatchIn(desk)).steps).toBe(1);
});

test("a department of which nothing was said is routed by hand, and cannot help itself out", async () => {
  const tenant = await makeTenant();
  const [{ id: departmentId }, other] = tenant.departments;
  expect(await readDepartmentRouting(tenant.agent, { departmentId })).toMatchObject({ mode: "manual", skillIds: [] });
  const wanted = { departmentId, mode: "push" as const, overflowSeconds: 60, overflowDepartmentId: other.id };
  expect(await editDepartmentRouting(tenant.admin, { ...wanted, languages: ["es"] })).toMatchObject({
    ...{ ...wanted, languages: ["es"], stickySeconds: 60 },
  });
  const circle = { departmentId, overflowDepartmentId: departmentId };
  await expect(editDepartmentRouting(tenant.admin, circle)).rejects.toMatchObject({ code: "overflow_to_itself" });
  await expect(editDepartmentRouting(tenant.manager, wanted)).rejects.toMatchObject({ kind: "forbidden" });
});

test("whoever does not see a conversation does not learn why it was given to whom", async () => {
  const desk = await makeDesk({ agents: 1 });
  const { id: conversationId } = await arrive(desk);
  await dispatchIn(desk);
  const outsider = await makeMember(desk, { role: "agent", departmentIds: [desk.departments[1].id] });
  const { items } = await listRoutingDecisions(desk.owner, { ...page, conversationId });
  const asked = readRoutingDecision(outsider, { decisionId: items[0]?.id ?? "" });
  await expect(asked).rejects.toMatchObject({ code: "decision_not_found" });
  await expect(listRoutingDecisions(outsider, { ...page, conversationId })).rejects.toMatchObject({
    kind: "not_found",
  });
});
