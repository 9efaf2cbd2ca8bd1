import { expect, test } from "vitest";
import { resolveConversation } from "@/lib/conversations";
import { acceptOffer, readMyOffer } from "@/lib/routing";
import type { RoutingMode } from "@/lib/routing/types";
import { findFreePorts } from "@/scripts/support/ports.mjs";
import { makeMember, type TestPerson } from "@/test/factories";
import { goes, setQueue } from "@/test/routing";
import { launchEngine, startEngine } from "./engine";
import { openHouse } from "./house";
import { pause, write } from "./load";
import { makeScene, type Scene } from "./scene";

const house = await openHouse();

const AGENTS = 4;
const CAPACITY = 5;
const WITHIN = { timeout: 60_000, interval: 50 };

type Row = { id: string; state: string; assignee_id: string | null; given: number };
type Desk = Scene & { team: TestPerson[] };

/** A department that gives out its work to agents who are there, each with room for a few. */
async function makeDesk(mode: RoutingMode): Promise<Desk> {
  const scene = await makeScene(house, { customers: 0 });
  const { tenantId, channel, departments } = scene;
  const departmentId = departments[0].id;
  await house.query("update channels set department_id = $2 where id = $1", [channel.id, departmentId]);
  await setQueue(scene, departmentId, { mode, returnSeconds: null });
  const team: TestPerson[] = [];
  for (let at = 0; at < AGENTS; at += 1) {
    team.push(await makeMember(scene, { role: "agent", departmentIds: [departmentId], name: `agent-${at}` }));
  }
  await house.query("update members set capacity = $2 where tenant_id = $1", [tenantId, CAPACITY]);
  for (const person of team) await goes(person, "online");
  return { ...scene, team };
}

/** So many new customers write at once; what the door does not acknowledge, Meta repeats. */
function arrive(desk: Desk, count: number, from: string) {
  const phones = Array.from({ length: count }, (_, at) => `4917${from}${String(at).padStart(7, "0")}`);
  return Promise.all(phones.map((phone, at) => write(house, desk, { phone } as Parameters<typeof write>[2], at)));
}

const rowsOf = ({ tenantId }: Desk) =>
  house.query<Row>(
    `select c.id, c.state, c.assignee_id, (select count(*)::int from events e where e.tenant_id = $1
       and e.conversation_id = c.id and e.type = 'conversation.assigned') as given
     from conversations c where c.tenant_id = $1 order by c.opened_at, c.id`,
    [tenantId],
  );

const givenOf = async (desk: Desk) => (await rowsOf(desk)).filter(({ given }) => given > 0).length;

/** Looks all the while at how much each has. Answers with the most that anybody ever had. */
function watchLoads({ tenantId }: Desk) {
  let isOver = false;
  let most = 0;
  const watching = (async () => {
    while (!isOver) {
      const [row] = await house.query<{ most: number }>(
        `select coalesce(max(count), 0)::int as most from (select count(*) from conversations
           where tenant_id = $1 and state = 'open' group by assignee_id) as held`,
        [tenantId],
      );
      most = Math.max(most, row?.most ?? 0);
      await pause(10);
    }
  })();
  return async () => {
    isOver = true;
    await watching;
    return most;
  };
}

test("of two engines that give out work one dies: nothing is lost or given twice, and nobody gets more than they can take", async () => {
  const desk = await makeDesk("push");
  const [port = 0] = await findFreePorts(1);
  const [first, second] = [await startEngine(house), await startEngine(house, port)];
  const loads = watchLoads(desk);
  const arriving = arrive(desk, 40, "11");
  await expect.poll(() => givenOf(desk), WITHIN).toBeGreaterThan(5);
  await first.kill();
  await arriving.catch(() => undefined);
  const third = launchEngine(house);
  // What they finish makes room, one after the other, until all have been somebody's.
  let resolved = 0;
  const finishOne = async () => {
    const open = (await rowsOf(desk)).find(({ state }) => state === "open");
    if (open) await resolveConversation(desk.owner, { conversationId: open.id });
    if (open) resolved += 1;
    if (resolved === 10) await second.kill();
    return givenOf(desk);
  };
  await expect.poll(finishOne, WITHIN).toBe(40);
  expect(await loads()).toBe(CAPACITY);
  const rows = await rowsOf(desk);
  expect(rows.map(({ given }) => given)).toEqual(Array(40).fill(1));
  expect(rows.filter(({ state, assignee_id }) => state === "queued" || assignee_id === null)).toEqual([]);
  expect(third.isRunning()).toBe(true);
  await third.kill();
}, 240_000);

test("engines that die while offers stand lose none: what is accepted meanwhile is theirs, the rest is offered again", async () => {
  const desk = await makeDesk("offer");
  const [port = 0] = await findFreePorts(1);
  const [first, second] = [await startEngine(house), await startEngine(house, port)];
  const loads = watchLoads(desk);
  await arrive(desk, 16, "22");
  const standing = () => house.query("select id from offers where tenant_id = $1 and outcome is null", [desk.tenantId]);
  await expect.poll(async () => (await standing()).length, WITHIN).toBe(AGENTS);
  await Promise.all([first.kill(), second.kill()]);
  const accept = async (person: TestPerson) => {
    const { offer } = await readMyOffer(person);
    return offer && (await acceptOffer(person, { offerId: offer.id }));
  };
  const [early, ...others] = desk.team;
  if (!early) throw new Error("Nobody is there.");
  expect((await accept(early))?.assignee?.id).toBe(early.id);
  const third = await startEngine(house);
  const acceptAll = async () => {
    for (const person of [early, ...others]) await accept(person);
    return givenOf(desk);
  };
  await expect.poll(acceptAll, WITHIN).toBe(16);
  expect(await loads()).toBeLessThanOrEqual(CAPACITY);
  expect((await rowsOf(desk)).map(({ given }) => given)).toEqual(Array(16).fill(1));
  const twice = await house.query(
    `select conversation_id from offers where tenant_id = $1 and outcome = 'accepted'
     group by conversation_id having count(*) > 1`,
    [desk.tenantId],
  );
  expect([twice, await standing()]).toEqual([[], []]);
  await third.kill();
}, 240_000);
