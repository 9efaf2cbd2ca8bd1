import { commitMs } from "./commit-reference";
import { play } from "./load/play";
import { setScene } from "./load/scene";
import type { Measurement } from "./measurement";
import { percentile } from "./report/percentile";

const SECONDS = 20;
const CUSTOMERS = 2_000;
/** A hundred webhooks a second, in the same proportion as at full load. */
const OFFERED = { statusesPerSecond: 90, messagesPerSecond: 10 };

/** From Meta's POST to the socket of somebody who looks, on an ordinary day. */
export const screen: Measurement = async ({ options, openHouse, say }) => {
  say("setting the scene");
  const house = await openHouse();
  const simulator = await house.startSimulator();
  const engine = await house.startEngine();
  const scene = await setScene(house, {
    lines: 1,
    screens: 200,
    seeingAll: 4,
    departments: 14,
    customers: CUSTOMERS,
    messages: 2_000,
  });
  const commit = await commitMs(house.owner);
  const seconds = Math.min(SECONDS, options.loadSeconds);
  say(`100 webhooks/s for ${seconds} s`);
  const { onScreenAfterMs } = await play(house, engine, scene, { ...OFFERED, seconds, customers: CUSTOMERS });
  await engine.stop();
  await simulator.stop();
  return [
    {
      from: "screen",
      what: "Webhook to the agent's screen at 100/s, p95",
      figure: percentile(onScreenAfterMs, 95),
      unit: "ms",
      better: "less",
      aim: 150,
      floor: 1_000,
      reference: `one durable commit ${commit.toFixed(2)} ms`,
      notes: [
        `p50 ${percentile(onScreenAfterMs, 50).toFixed(1)} ms, of ${onScreenAfterMs.length.toLocaleString("en-US")} arrivals`,
      ],
    },
  ];
};
