import { expect, test } from "vitest";
import { editPreferences } from "@/lib/preferences";
import { MINUTE } from "@/lib/time";
import { ownerQuery } from "@/test/database";
import { makeTenant, type TestPerson } from "@/test/factories";
import { markActive, sendAway, setAvailability } from "./index";

const later = (minutes: number) => new Date(Date.now() + minutes * MINUTE);

async function presentOf({ id }: TestPerson) {
  const [row] = await ownerQuery<{ state: string; reason: string | null }>(
    "select state, reason from availability where member_id = $1 and until is null",
    [id],
  );
  return row;
}

const away = { state: "break", reason: "away" };
const online = { state: "online", reason: null };

test("who does nothing for as long as they said is away, and back with the next thing they do", async () => {
  const { agent } = await makeTenant();
  await setAvailability(agent, { memberId: "me", state: "online" });
  await sendAway(later(14));
  expect(await presentOf(agent)).toEqual(online);
  await sendAway(later(16));
  expect(await presentOf(agent)).toEqual(away);
  expect(await markActive(agent)).toEqual({ isBack: true });
  expect(await presentOf(agent)).toEqual(online);
});

test("who does something in one of many tabs is not away", async () => {
  const { agent } = await makeTenant();
  await setAvailability(agent, { memberId: "me", state: "online" });
  await Promise.all([1, 2, 3].map(() => markActive(agent, later(10))));
  await sendAway(later(16));
  expect(await presentOf(agent)).toEqual(online);
  await sendAway(later(26));
  expect(await presentOf(agent)).toEqual(away);
});

test("how long it takes is the member's own choice, and never is one", async () => {
  const { agent, agent2 } = await makeTenant();
  for (const each of [agent, agent2]) await setAvailability(each, { memberId: "me", state: "online" });
  await editPreferences(agent, { awayAfterMinutes: 60 });
  await editPreferences(agent2, { awayAfterMinutes: 0 });
  await sendAway(later(59));
  expect(await presentOf(agent)).toEqual(online);
  await sendAway(later(61));
  expect(await presentOf(agent)).toEqual(away);
  await sendAway(later(10_000));
  expect(await presentOf(agent2)).toEqual(online);
});

test.each(["busy", "break", "offline"] as const)("who said that they are %s stays it, idle or not", async (state) => {
  const { agent } = await makeTenant();
  await setAvailability(agent, { memberId: "me", state });
  await sendAway(later(1_000));
  expect(await markActive(agent)).toEqual({ isBack: false });
  expect(await presentOf(agent)).toEqual({ state, reason: null });
});

test("many engines and tabs at once send away once and bring back once", async () => {
  const { agent } = await makeTenant();
  await setAvailability(agent, { memberId: "me", state: "online" });
  await Promise.all([1, 2, 3].map(() => sendAway(later(16))));
  const backs = await Promise.all([1, 2, 3].map(() => markActive(agent)));
  expect(backs.filter(({ isBack }) => isBack)).toHaveLength(1);
  const states = await ownerQuery<{ state: string }>(
    "select state from availability where member_id = $1 order by since",
    [agent.id],
  );
  expect(states.map(({ state }) => state)).toEqual(["online", "break", "online"]);
});
