import { makeChannel, makeTenant } from "@/test/factories";
import { startAssistant } from "./assistants/assistant";
import type { bare } from "./assistants/bare";
import type { load } from "./assistants/load";
import { statusBody, textBody, textBodyOfLength } from "./load/bodies";
import type { RushOutcome } from "./load/rush";
import type { Measurement } from "./measurement";
import { median } from "./report/percentile";
import type { Row } from "./report/row";

const CONNECTIONS = 32;
const ROUNDS = 5;
const DISTINCT_BODIES = 1_000;
const SHORT_BYTES = 488;

/**
 * How fast the door acknowledges what it has made durable, against a bare server that only checks the signature. The engine
 * runs the door alone, as a large installation would; both are asked in turns, so that a slow moment of the machine meets both.
 */
export const door: Measurement = async ({ options, openHouse, say }) => {
  const house = await openHouse();
  const engine = await house.startEngine(["door"]);
  const channel = await makeChannel(await makeTenant());
  const line = { ...channel, index: 0 };
  const reference = startAssistant<typeof bare>("bare");
  const generator = startAssistant<typeof load>("load");
  const barePort = await reference.ask("listen", { secret: channel.app.secret });

  const compare = async (what: string, bodyOf: (at: number) => Buffer): Promise<Row> => {
    const bodies = Array.from({ length: DISTINCT_BODIES }, (_, at) => bodyOf(at));
    const drive = async (port: number) => {
      const task = { port, app: channel.app, bodies, connections: CONNECTIONS, seconds: options.doorSeconds };
      const outcome = await generator.ask("rush", task);
      if (outcome.refused > 0) throw new Error(`${outcome.refused} webhooks were refused.`);
      return outcome;
    };
    await drive(barePort);
    await drive(house.port);
    const rounds: { ours: RushOutcome; bare: RushOutcome }[] = [];
    for (let round = 1; round <= ROUNDS; round++) {
      say(`${what}: round ${round} of ${ROUNDS}`);
      const ours = await drive(house.port);
      rounds.push({ ours, bare: await drive(barePort) });
      // A log that nobody works off would grow from round to round.
      await house.owner.query("truncate webhook_log");
    }
    const per = (pick: (round: (typeof rounds)[number]) => number) => median(rounds.map(pick));
    const bytes = median(bodies.map(({ length }) => length));
    return {
      from: "door",
      what: `Durable acknowledge, ${what} of ${bytes} bytes`,
      figure: per(({ ours, bare }) => (100 * ours.perSecond) / bare.perSecond),
      unit: "%",
      better: "more",
      aim: 50,
      floor: 30,
      reference: `bare node:http with the same HMAC ${rate(per(({ bare }) => bare.perSecond))}`,
      notes: [
        `the door ${rate(per(({ ours }) => ours.perSecond))}, p50 ${ms(per(({ ours }) => ours.p50))}, p99 ${ms(per(({ ours }) => ours.p99))}; ${CONNECTIONS} connections, the median of ${ROUNDS} rounds of ${options.doorSeconds} s`,
      ],
    };
  };

  const rows = [
    await compare("a text", (at) => textBodyOfLength(line, SHORT_BYTES, at)),
    await compare("Meta's status", (at) => statusBody(line, { customer: at, message: at, status: "delivered" })),
    await compare("Meta's text", (at) => textBody(line, { customer: at, message: at })),
  ];
  await Promise.all([reference.stop(), generator.stop()]);
  await engine.stop();
  return rows;
};

const rate = (value: number) => `${Math.round(value).toLocaleString("en-US")}/s`;
const ms = (value: number) => `${value.toFixed(1)} ms`;
