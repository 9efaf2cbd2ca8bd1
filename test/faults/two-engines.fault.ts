import { expect, test } from "vitest";
import { findFreePorts } from "@/scripts/support/ports.mjs";
import { drain } from "./drain";
import { launchEngine, startEngine } from "./engine";
import { openHouse } from "./house";
import { pause, startLoad } from "./load";
import { makeScene } from "./scene";
import { verify } from "./verify";

const house = await openHouse();

test("two engines on one database share the work: nothing is applied or sent twice, also when one of them dies", async () => {
  const [port = 0] = await findFreePorts(1);
  const first = await startEngine(house);
  const second = await startEngine(house, port);
  const scenes = [
    await makeScene(house, { customers: 20, statuses: true, doorUrl: first.url }),
    await makeScene(house, { customers: 20, statuses: true, doorUrl: second.url }),
  ];
  const load = startLoad(house, scenes);
  await pause(3_000);
  await second.kill();
  await pause(1_000);
  const third = launchEngine(house, port);
  await pause(3_000);
  await load.stop();
  await drain(house);
  await verify(house, load);
  expect([first.isRunning(), third.isRunning()]).toEqual([true, true]);
}, 240_000);
