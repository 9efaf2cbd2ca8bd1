import { expect, test } from "vitest";
import { drain } from "./drain";
import { startEngine } from "./engine";
import { openHouse } from "./house";
import { pause, startLoad, write } from "./load";
import { type Customer, makeScene } from "./scene";
import { verify } from "./verify";

const house = await openHouse();

const statusOf = (path: string) =>
  fetch(`${house.url}${path}`).then(
    ({ status }) => status,
    () => 0,
  );

const until = (path: string, status: number) =>
  expect.poll(() => statusOf(path), { timeout: 10_000, interval: 50 }).toBe(status);

test("a PostgreSQL that dies five times under load is answered with 503, and everything recovers without a hand", async () => {
  const scenes = [
    await makeScene(house, { customers: 20, statuses: true }),
    await makeScene(house, { customers: 20, statuses: true }),
  ];
  const engine = await startEngine(house);
  const load = startLoad(house, scenes);
  for (const signal of ["SIGQUIT", "SIGKILL", "SIGQUIT", "SIGKILL", "SIGQUIT"] as const) {
    await pause(500 + Math.random() * 1_000);
    const pid = house.postgres.pid();
    if (pid === undefined) throw new Error("PostgreSQL runs.");
    process.kill(pid, signal);
    await expect.poll(() => house.postgres.pid(), { timeout: 10_000, interval: 20 }).not.toBe(pid);
    await until("/readyz", 200);
    expect(await statusOf("/healthz")).toBe(200);
  }
  await load.stop();
  await drain(house);
  await verify(house, load);
  expect([...load.answers].sort()).toEqual([200, 503]);
  expect(engine.isRunning()).toBe(true);
}, 240_000);

test("webhooks that cannot be applied for as long as the database refuses are not given up, and are applied when it lets us", async () => {
  const scene = await makeScene(house);
  await house.query("alter role parley_app connection limit 0");
  await house.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'parley_app' and datname = current_database()",
  );
  const { id, answer } = await write(house, scene, scene.customers[0] as Customer, 1);
  expect(answer).toBe(200);
  // As after a long outage: two more tries that count, and it would be given up.
  await house.query("update webhook_log set attempts = 19 where state = 'pending'");
  await pause(4_000);
  await house.query("alter role parley_app connection limit -1");
  const received = () => house.query("select wamid from messages where wamid = $1", [id]);
  await expect.poll(received, { timeout: 40_000, interval: 100 }).toEqual([{ wamid: id }]);
  expect(await house.query("select id from webhook_log where state = 'dead'")).toEqual([]);
});
