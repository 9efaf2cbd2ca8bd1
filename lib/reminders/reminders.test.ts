import { expect, test } from "vitest";
import { countConversations } from "@/lib/conversations";
import { listNotes } from "@/lib/notes";
import { HOUR } from "@/lib/time";
import { makeConversation } from "@/test/conversations";
import { ownerQuery } from "@/test/database";
import { makeTenant } from "@/test/factories";
import { listReminders, removeReminder, setReminder } from "./index";
import { remindDue } from "./queue/remind-due";

const page = { limit: 50 };
const soon = () => new Date(Date.now() + HOUR).toISOString();

async function scene() {
  const tenant = await makeTenant({ channel: true });
  const [sales] = tenant.departments;
  const { id: conversationId } = await makeConversation(tenant, { departmentId: sales.id });
  const reminder = await setReminder(tenant.agent, { conversationId, body: "Ask about the parcel", dueAt: soon() });
  const makeDue = () =>
    ownerQuery("update reminders set due_at = now() - interval '1 second' where id = $1", [reminder.id]);
  return { ...tenant, conversationId, reminder, makeDue };
}

test("a reminder is a member's own, and can be dropped", async () => {
  const { agent, manager, conversationId, reminder } = await scene();
  expect((await listReminders(agent, { conversationId })).items).toEqual([reminder]);
  expect((await listReminders(manager, { conversationId })).items).toEqual([]);
  const place = { conversationId, reminderId: reminder.id };
  await expect(removeReminder(manager, place)).rejects.toMatchObject({ kind: "not_found" });
  await removeReminder(agent, place);
  expect((await listReminders(agent, { conversationId })).items).toEqual([]);
});

test("at its time, and not before, a note calls the member, once however many engines look", async () => {
  const { agent, conversationId, makeDue } = await scene();
  await remindDue();
  expect(await countConversations(agent)).toMatchObject({ mentions: 0 });
  await makeDue();
  await Promise.all(Array.from({ length: 5 }, () => remindDue()));
  const { items } = await listNotes(agent, { conversationId, ...page });
  expect(items).toMatchObject([
    { body: "Ask about the parcel", author: { kind: "system" }, mentions: [{ id: agent.id }] },
  ]);
  expect(await countConversations(agent)).toMatchObject({ mentions: 1 });
  expect((await listReminders(agent, { conversationId })).items).toEqual([]);
});

test("who has lost sight of the conversation is not told of it any more", async () => {
  const { agent, owner, conversationId, departments, makeDue } = await scene();
  await ownerQuery("update conversations set department_id = $2 where id = $1", [conversationId, departments[1].id]);
  await makeDue();
  await remindDue();
  expect((await listNotes(owner, { conversationId, ...page })).items).toEqual([]);
  expect(await countConversations(agent)).toMatchObject({ mentions: 0 });
});

test("nobody is reminded of what is past already, and no key is reminded at all", async () => {
  const { agent, owner, conversationId } = await scene();
  const past = { conversationId, body: "Late", dueAt: new Date(Date.now() - 1_000).toISOString() };
  await expect(setReminder(agent, past)).rejects.toMatchObject({ code: "reminder_in_past" });
  const key = { ...owner, kind: "api_key" as const };
  await expect(setReminder(key, { ...past, dueAt: soon() })).rejects.toMatchObject({ code: "not_a_member" });
});
