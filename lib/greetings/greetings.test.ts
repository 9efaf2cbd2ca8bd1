import { expect, test } from "vitest";
import { makeTenant } from "@/test/factories";
import { createGreeting, deleteGreeting, editGreeting, listGreetings } from "./index";
import { CreateGreeting } from "./schemas";

const away = CreateGreeting.input.parse({ name: "Away", kind: "away", text: "Back {{hours.opensAt|soon}}." });
const page = { limit: 50 };

test("an admin makes a greeting, turns it off and deletes it", async () => {
  const { admin, departments } = await makeTenant();
  const created = await createGreeting(admin, { ...away, departmentId: departments[0].id, language: "es" });
  expect(created).toMatchObject({ kind: "away", department: departments[0], channel: null, isActive: true });
  const edited = await editGreeting(admin, { greetingId: created.id, isActive: false, departmentId: null });
  expect(edited).toEqual({ ...created, department: null, isActive: false });
  expect((await listGreetings(admin, page)).items).toEqual([edited]);
  await deleteGreeting(admin, { greetingId: created.id });
  expect((await listGreetings(admin, page)).items).toEqual([]);
});

test("a manager does not decide what is said by itself", async () => {
  const { manager } = await makeTenant();
  await expect(createGreeting(manager, away)).rejects.toMatchObject({ kind: "forbidden" });
  await expect(listGreetings(manager, page)).rejects.toMatchObject({ kind: "forbidden" });
});

test("another workspace's department and number are no place for a greeting", async () => {
  const [{ admin }, stranger] = [await makeTenant(), await makeTenant({ channel: true })];
  const inDepartment = { ...away, departmentId: stranger.departments[0].id };
  await expect(createGreeting(admin, inDepartment)).rejects.toMatchObject({ code: "department_not_found" });
  const onNumber = { ...away, channelId: stranger.channel.id };
  await expect(createGreeting(admin, onNumber)).rejects.toMatchObject({ code: "channel_not_found" });
});

test("what waits says how long, and nothing else does", async () => {
  const { admin } = await makeTenant();
  const queue = { ...away, kind: "queue" as const };
  await expect(createGreeting(admin, queue)).rejects.toMatchObject({ kind: "invalid" });
  await expect(createGreeting(admin, { ...away, afterMinutes: 5 })).rejects.toMatchObject({ kind: "invalid" });
  const { id: greetingId } = await createGreeting(admin, { ...queue, afterMinutes: 5 });
  await expect(editGreeting(admin, { greetingId, afterMinutes: null })).rejects.toMatchObject({ kind: "invalid" });
});

test("a text that names what there is not is refused at the border", () => {
  const parse = (text: string) => CreateGreeting.input.safeParse({ name: "x", kind: "away", text }).success;
  expect([parse("Hello {{agent.name}}"), parse("Hello {{contact.name}}")]).toEqual([false, true]);
});
