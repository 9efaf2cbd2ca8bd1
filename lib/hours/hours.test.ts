import { expect, test } from "vitest";
import { withTenant } from "@/db/tenant";
import { makeTenant, type TestTenant } from "@/test/factories";
import { createHours, deleteHours, editHours, hoursOf, listHours, setChannelHours, setDepartmentHours } from "./index";
import { CreateHours } from "./schemas";

const nine = [{ from: "09:00", to: "17:00" }];
const weekly = [nine, nine, nine, nine, nine, [], []];
const office = { name: "Office", timeZone: "Europe/Berlin", weekly, exceptions: [] };
const page = { limit: 50 };

const hoursFor = (tenant: TestTenant, departmentId: string | null, channelId: string) =>
  withTenant(tenant.owner, (tx) => hoursOf(tx, tenant.owner, { departmentId, channelId }));

test("an admin makes hours and changes them; everybody reads them, intervals and exceptions in order", async () => {
  const { admin, agent } = await makeTenant();
  const created = await createHours(admin, {
    ...office,
    weekly: [
      [
        { from: "14:00", to: "18:00" },
        { from: "09:00", to: "12:00" },
      ],
      [],
      [],
      [],
      [],
      [],
      [],
    ],
    exceptions: [
      { date: "2026-12-26", name: "Boxing Day", intervals: [] },
      { date: "2026-12-25", name: "Christmas", intervals: [] },
    ],
  });
  expect(created.weekly[0]?.map(({ from }) => from)).toEqual(["09:00", "14:00"]);
  expect(created.exceptions.map(({ date }) => date)).toEqual(["2026-12-25", "2026-12-26"]);
  const edited = await editHours(admin, { hoursId: created.id, timeZone: "Pacific/Auckland" });
  expect(edited).toEqual({ ...created, timeZone: "Pacific/Auckland" });
  expect((await listHours(agent, page)).items).toEqual([edited]);
  await expect(createHours(agent, { ...office, name: "Mine" })).rejects.toMatchObject({ kind: "forbidden" });
});

test("hours have a name of their own in the workspace", async () => {
  const [one, other] = [await makeTenant(), await makeTenant()];
  await createHours(one.admin, office);
  await createHours(other.admin, office);
  await expect(createHours(one.admin, office)).rejects.toMatchObject({ code: "hours_name_taken" });
});

test("a conversation goes by the hours of its number, else of its department, else it is always open", async () => {
  const tenant = await makeTenant({ channel: true });
  const { admin, departments, channel } = tenant;
  const departmentId = departments[0].id;
  expect(await hoursFor(tenant, departmentId, channel.id)).toBeNull();
  const { id: hoursId } = await createHours(admin, office);
  await setDepartmentHours(admin, { departmentId, hoursId });
  expect(await hoursFor(tenant, departmentId, channel.id)).toMatchObject({ timeZone: "Europe/Berlin" });
  expect(await hoursFor(tenant, departments[1].id, channel.id)).toBeNull();
  const night = await createHours(admin, { ...office, name: "Night", timeZone: "Asia/Tokyo" });
  await setChannelHours(admin, { channelId: channel.id, hoursId: night.id });
  expect(await hoursFor(tenant, departmentId, channel.id)).toMatchObject({ timeZone: "Asia/Tokyo" });
  expect(await hoursFor(tenant, null, channel.id)).toMatchObject({ timeZone: "Asia/Tokyo" });
});

test("hours in use cannot be deleted, and the refusal says by whom", async () => {
  const { admin, departments, channel } = await makeTenant({ channel: true });
  const { id: hoursId } = await createHours(admin, office);
  await setDepartmentHours(admin, { departmentId: departments[0].id, hoursId });
  await setChannelHours(admin, { channelId: channel.id, hoursId });
  const { items } = await listHours(admin, page);
  expect(items[0]?.usedBy).toMatchObject({ departments: [{ id: departments[0].id }], channels: [{ id: channel.id }] });
  await expect(deleteHours(admin, { hoursId })).rejects.toMatchObject({
    code: "hours_in_use",
    details: { names: expect.stringContaining(departments[0].name) },
  });
  await setDepartmentHours(admin, { departmentId: departments[0].id, hoursId: null });
  await setChannelHours(admin, { channelId: channel.id, hoursId: null });
  await deleteHours(admin, { hoursId });
  expect((await listHours(admin, page)).items).toEqual([]);
});

test("another workspace's hours cannot be chosen", async () => {
  const [{ admin, departments }, stranger] = [await makeTenant(), await makeTenant()];
  const { id: hoursId } = await createHours(stranger.admin, office);
  const choice = { departmentId: departments[0].id, hoursId };
  await expect(setDepartmentHours(admin, choice)).rejects.toMatchObject({ code: "hours_not_found" });
});

test.each([
  ["an hour that is none", { weekly: [[{ from: "9:00", to: "17:00" }], [], [], [], [], [], []] }],
  ["a start at 24:00", { weekly: [[{ from: "24:00", to: "17:00" }], [], [], [], [], [], []] }],
  ["no time at all", { weekly: [[{ from: "09:00", to: "09:00" }], [], [], [], [], [], []] }],
  ["what overlaps", { weekly: [[...nine, { from: "16:00", to: "18:00" }], [], [], [], [], [], []] }],
  [
    "something after a night",
    {
      weekly: [
        [
          { from: "22:00", to: "06:00" },
          { from: "23:00", to: "23:30" },
        ],
        [],
        [],
        [],
        [],
        [],
        [],
      ],
    },
  ],
  ["a week of six days", { weekly: [[], [], [], [], [], []] }],
  ["a zone that is none", { timeZone: "Mars/Olympus" }],
  ["a date that is none", { exceptions: [{ date: "2026-02-30", name: "", intervals: [] }] }],
  ["a date twice", { exceptions: ["2026-01-01", "2026-01-01"].map((date) => ({ date, name: "", intervals: [] })) }],
])("%s is refused at the border", (_, wrong) => {
  expect(CreateHours.input.safeParse({ ...office, ...wrong }).success).toBe(false);
  expect(CreateHours.input.safeParse(office).success).toBe(true);
});
