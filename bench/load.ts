import { commitMs } from "./commit-reference";
import { type Play, type Played, play } from "./load/play";
import { setScene } from "./load/scene";
import type { Measurement } from "./measurement";
import { percentile } from "./report/percentile";
import type { Row } from "./report/row";

/** Meta's figure for a number that sends 1,000 messages a second: three statuses each, and the answers. */
const AIM = 3_300;
const FLOOR = 1_000;
/** A little more than the aim is offered, so that keeping up shows as reaching it. */
const OFFERED = { statusesPerSecond: 3_090, messagesPerSecond: 310 };
const SCREENS = 200;
const CUSTOMERS = 6_000;
const SLOW_MS = 1_000;

/** The whole engine under Meta's full load, with agents at their screens: on one number, and on twenty of twenty workspaces. */
export const load: Measurement = async ({ options, openHouse, say }) => {
  const rows: Row[] = [];
  for (const lines of [1, 20]) {
    const where = lines === 1 ? "one channel" : `${lines} channels`;
    say(`${where}: setting the scene`);
    const house = await openHouse();
    const simulator = await house.startSimulator();
    const engine = await house.startEngine();
    const messages = Math.ceil((OFFERED.statusesPerSecond * options.loadSeconds) / 3 / lines) + 200;
    const customers = CUSTOMERS / lines;
    const departments = lines === 1 ? 14 : 2;
    const seeingAll = lines === 1 ? 4 : 1;
    const scene = await setScene(house, {
      lines,
      screens: SCREENS,
      seeingAll,
      departments,
      customers,
      messages,
    });
    const commit = await commitMs(house.owner);
    const wish: Play = { ...OFFERED, seconds: options.loadSeconds, customers };
    say(`${where}: ${OFFERED.statusesPerSecond + OFFERED.messagesPerSecond} webhooks/s for ${options.loadSeconds} s`);
    const played = await play(house, engine, scene, wish);
    await engine.stop();
    await simulator.stop();
    rows.push(...rowsOf(where, played, commit));
  }
  return rows;
};

function rowsOf(where: string, played: Played, commit: number): Row[] {
  const { acknowledgedAfterMs: acknowledged, onScreenAfterMs: onScreen, refused } = played;
  const reference = `one durable commit ${commit.toFixed(2)} ms`;
  const slow = acknowledged.filter((ms) => ms > SLOW_MS).length;
  const common = { from: "load", reference };
  const p = (percent: number) => percentile(acknowledged, percent);
  const lasting = (ms: number) => (ms < 1_000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`);
  return [
    {
      ...common,
      what: `Webhook to database effect, ${where}`,
      figure: played.effectsPerSecond,
      unit: "/s",
      better: "more",
      aim: AIM,
      floor: FLOOR,
      notes: [
        `${played.screens} sockets connected and ${played.frames.toLocaleString("en-US")} events on them; ${refused} refused`,
        `ingest at most ${lasting(played.largestLagMs)} behind; ${played.leftOver} left at the end, worked off in ${lasting(played.workedOffAfterMs)}`,
        `processor time a webhook: ${Object.entries(played.processorMs)
          .map(([name, ms]) => `${name} ${ms.toFixed(2)} ms`)
          .join(", ")}`,
      ],
    },
    {
      ...common,
      what: `Acknowledge under that load, p50, ${where}`,
      figure: p(50),
      unit: "ms",
      better: "less",
      aim: 50,
      floor: 250,
      notes: [],
    },
    {
      ...common,
      what: `Acknowledge under that load, p99, ${where}`,
      figure: p(99),
      unit: "ms",
      better: "less",
      aim: 250,
      notes: [],
    },
    {
      ...common,
      what: `Acknowledged later than 1 s, ${where}`,
      figure: (100 * slow) / acknowledged.length,
      unit: "%",
      better: "less",
      aim: 0,
      floor: 1,
      notes: [`the slowest after ${lasting(p(100))}`],
    },
    {
      ...common,
      what: `Webhook to the agent's screen at full load, p95, ${where}`,
      figure: percentile(onScreen, 95),
      unit: "ms",
      better: "less",
      aim: 500,
      floor: 1_000,
      notes: [`p50 ${lasting(percentile(onScreen, 50))}, of ${onScreen.length.toLocaleString("en-US")} arrivals`],
    },
  ];
}
