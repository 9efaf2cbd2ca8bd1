import { expect, test } from "vitest";
import { drain } from "./drain";
import { launchEngine, startEngine } from "./engine";
import { openHouse } from "./house";
import { pause, startLoad } from "./load";
import { makeScene } from "./scene";
import { verify } from "./verify";

const house = await openHouse();

const KILLS = 20;

test("an engine that is killed 20 times under load loses nothing it acknowledged, sends nothing twice, and nothing stays stuck", async () => {
  const scenes = [
    await makeScene(house, { customers: 30, statuses: true }),
    await makeScene(house, { customers: 30, statuses: true }),
  ];
  const load = startLoad(house, scenes);
  const count = () =>
    house.query<{ count: number }>("select count(*)::int as count from messages where wamid is not null");
  const [before] = await count();
  for (let kills = 0; kills < KILLS; kills += 1) {
    const starting = kills % 5 === 4;
    const engine = starting ? launchEngine(house) : await startEngine(house);
    await pause(50 + Math.random() * 750);
    expect(engine.isRunning()).toBe(true);
    await engine.kill();
  }
  const [after] = await count();
  expect(after?.count ?? 0).toBeGreaterThan(before?.count ?? 0);
  await startEngine(house);
  await load.stop();
  await drain(house);
  await verify(house, load);
}, 240_000);
