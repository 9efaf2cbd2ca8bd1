import { expect, test } from "vitest";
import { markActive, setAvailability } from "@/lib/availability";
import { editPreferences } from "@/lib/preferences";
import { MINUTE, SECOND } from "@/lib/time";
import { ownerQuery } from "@/test/database";
import { makeTenant, type TestPerson } from "@/test/factories";
import { openRealtime, openSocket, signIn } from "@/test/realtime";
import { createConnectionWatch } from "./connections";
import type { RealtimeSocket } from "./protocol";

const later = (ms: number) => new Date(Date.now() + ms);

async function presentOf({ id }: TestPerson) {
  const [row] = await ownerQuery<{ state: string; reason: string | null }>(
    "select state, reason from availability where member_id = $1 and until is null",
    [id],
  );
  return row;
}

const online = { state: "online", reason: null };
const lost = { state: "break", reason: "connectionLost" };

/** People who are online and never idle, and an engine to whose sockets they can be connected. */
async function scene() {
  const tenant = await makeTenant();
  for (const person of [tenant.agent, tenant.agent2]) {
    await setAvailability(person, { memberId: "me", state: "online" });
    await editPreferences(person, { awayAfterMinutes: 0 });
  }
  const engine = () => {
    const sockets: RealtimeSocket[] = [];
    const look = createConnectionWatch(() => sockets);
    const connect = (person: TestPerson) => {
      sockets.push({ connected: true, data: { subscription: { actor: person } } } as unknown as RealtimeSocket);
    };
    /** As the loop does, from one moment to another. */
    const watch = async (fromMs: number, toMs: number) => {
      for (let ms = fromMs; ms <= toMs; ms += 15 * SECOND) await look(later(ms));
    };
    return { sockets, connect, watch };
  };
  return { ...tenant, engine };
}

test("who closes the browser is away soon after, however idle they may be, and back with the next thing they do", async () => {
  const { agent, agent2, engine } = await scene();
  const { sockets, connect, watch } = engine();
  for (const person of [agent, agent2, agent2]) connect(person);
  await watch(0, 3 * MINUTE);
  expect([await presentOf(agent), await presentOf(agent2)]).toEqual([online, online]);
  sockets.shift();
  await watch(3 * MINUTE + 15 * SECOND, 4 * MINUTE + 45 * SECOND);
  expect(await presentOf(agent)).toEqual(online);
  await watch(5 * MINUTE, 6 * MINUTE);
  expect([await presentOf(agent), await presentOf(agent2)]).toEqual([lost, online]);
  expect(await markActive(agent)).toEqual({ isBack: true });
  expect(await presentOf(agent)).toEqual(online);
});

test("a restart of the server sends nobody away: it waits until they had the time to come back", async () => {
  const { agent, agent2, engine } = await scene();
  const before = engine();
  for (const person of [agent, agent2]) before.connect(person);
  await before.watch(0, MINUTE);
  const after = engine();
  await after.watch(20 * MINUTE, 21 * MINUTE);
  expect([await presentOf(agent), await presentOf(agent2)]).toEqual([online, online]);
  after.connect(agent);
  await after.watch(21 * MINUTE + 15 * SECOND, 23 * MINUTE);
  expect([await presentOf(agent), await presentOf(agent2)]).toEqual([online, lost]);
});

test("an engine that could not look for a while judges nobody by that", async () => {
  const { agent, engine } = await scene();
  const { connect, watch, sockets } = engine();
  connect(agent);
  await watch(0, 3 * MINUTE);
  sockets.shift();
  await watch(10 * MINUTE, 11 * MINUTE);
  expect(await presentOf(agent)).toEqual(online);
});

test("of two engines at once each knows whom the other has, and one sends away, once", async () => {
  const { agent, agent2, engine } = await scene();
  const [here, there] = [engine(), engine()];
  here.connect(agent);
  there.connect(agent2);
  for (let ms = 0; ms <= 3 * MINUTE; ms += 15 * SECOND) await Promise.all([here.watch(ms, ms), there.watch(ms, ms)]);
  expect([await presentOf(agent), await presentOf(agent2)]).toEqual([online, online]);
  there.sockets.shift();
  for (let ms = 3 * MINUTE; ms <= 6 * MINUTE; ms += 15 * SECOND)
    await Promise.all([here.watch(ms, ms), there.watch(ms, ms)]);
  expect([await presentOf(agent), await presentOf(agent2)]).toEqual([online, lost]);
  const states = await ownerQuery("select state from availability where member_id = $1", [agent2.id]);
  expect(states).toHaveLength(2);
});

test("who said something else stays it, and who never had a connection is left alone", async () => {
  const { agent, agent2, engine } = await scene();
  const { connect, watch, sockets } = engine();
  connect(agent);
  await watch(0, MINUTE);
  await setAvailability(agent, { memberId: "me", state: "busy" });
  sockets.shift();
  await watch(MINUTE, 6 * MINUTE);
  expect([await presentOf(agent), await presentOf(agent2)]).toEqual([{ state: "busy", reason: null }, online]);
});

test("whoever opens the console is connected from then on", async () => {
  const tenant = await makeTenant();
  await setAvailability(tenant.agent, { memberId: "me", state: "online" });
  const { url } = await openRealtime();
  const { cookie } = await signIn(tenant.agent);
  await openSocket(url, cookie).subscribe({ workspace: tenant.slug });
  const [row] = await ownerQuery("select connected_at is not null as seen from availability where member_id = $1", [
    tenant.agent.id,
  ]);
  expect(row).toEqual({ seen: true });
});
