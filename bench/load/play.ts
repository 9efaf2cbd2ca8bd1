import { startAssistant } from "@/bench/assistants/assistant";
import type { load } from "@/bench/assistants/load";
import type { sockets } from "@/bench/assistants/sockets";
import type { House, Running } from "@/bench/house/house";
import { watchProcessorTime } from "@/bench/house/processor-time";
import { countWaiting, untilWorkedOff, watchLag } from "./backlog";
import { receivedWamid } from "./bodies";
import type { Scene } from "./scene";

export type Play = {
  statusesPerSecond: number;
  messagesPerSecond: number;
  seconds: number;
  customers: number;
};

export type Played = {
  /** Webhooks whose effects were in the database when the time was over, a second. */
  effectsPerSecond: number;
  acknowledgedAfterMs: Float64Array;
  refused: number;
  /** From when a customer's message was due until a watching screen had it. */
  onScreenAfterMs: number[];
  largestLagMs: number;
  /** What was left when the time was over, and how long that took. */
  leftOver: number;
  workedOffAfterMs: number;
  /** Events that reached the screens, all together. */
  frames: number;
  screens: number;
  /** Milliseconds of processor time a webhook, by process, from the first to the last effect. */
  processorMs: Record<string, number>;
};

/** At 150 ms from Meta's servers to ours and back, 3,300 webhooks a second are 500 under way. */
const CONNECTIONS = 500;
const STRANGER_IN = 10;
const CATCH_UP_MS = 300_000;

/**
 * Lets Meta speak at a steady pace while agents look at their screens, and looks at what becomes of it. When all is over,
 * every acknowledged webhook must have had its effect.
 */
export async function play(house: House, engine: Running, scene: Scene, wish: Play): Promise<Played> {
  const generator = startAssistant<typeof load>("load");
  const screens = startAssistant<typeof sockets>("sockets");
  await screens.ask("connect", { url: house.url, screens: scene.screens });
  const before = await countEffects(house, scene);
  const lag = watchLag(house.owner);
  const processorTime = watchProcessorTime({
    engine: engine.pid,
    PostgreSQL: house.databasePid,
    screens: screens.pid,
    generator: generator.pid,
  });
  const lines = scene.lines.map(({ index, wabaId, phoneNumberId, displayPhoneNumber, app }) => {
    return { index, wabaId, phoneNumberId, displayPhoneNumber, app, customers: wish.customers };
  });
  const outcome = await generator.ask("pace", {
    ...wish,
    port: house.port,
    lines,
    connections: CONNECTIONS,
    strangerIn: STRANGER_IN,
  });
  const waiting = await countWaiting(house.owner);
  const largestLagMs = await lag.stop();
  const workedOffAfterMs = await untilWorkedOff(house.owner, CATCH_UP_MS);
  const acknowledged = outcome.statuses + outcome.messages;
  const processorSeconds = Object.entries(processorTime());
  await assertEffects(house, scene, before, outcome);
  const { seen, frames, connected } = await screens.ask("collect", null);
  await Promise.all([generator.stop(), screens.stop()]);
  return {
    effectsPerSecond: (acknowledged - waiting) / (wish.seconds + outcome.overrunMs / 1000),
    acknowledgedAfterMs: outcome.acknowledgedAfterMs,
    refused: outcome.refused,
    onScreenAfterMs: await screenTimes(house, outcome.messagesDueAt, seen),
    largestLagMs,
    leftOver: waiting,
    workedOffAfterMs,
    frames,
    screens: connected,
    processorMs: Object.fromEntries(processorSeconds.map(([name, taken]) => [name, (1000 * taken) / acknowledged])),
  };
}

type Effects = { statuses: number; messages: number };

function countEffects({ owner }: House, { lines }: Scene): Promise<Effects> {
  return owner.one<Effects>(
    `select
       (select count(*)::int from message_statuses where channel_id = any($1) and message_id is not null) as statuses,
       (select count(*)::int from messages where channel_id = any($1) and direction = 'in') as messages`,
    [lines.map(({ id }) => id)],
  );
}

async function assertEffects(house: House, scene: Scene, before: Effects, acknowledged: Effects): Promise<void> {
  const now = await countEffects(house, scene);
  for (const kind of ["statuses", "messages"] as const) {
    const had = now[kind] - before[kind];
    if (had < acknowledged[kind])
      throw new Error(`${acknowledged[kind]} ${kind} were acknowledged, ${had} had an effect.`);
  }
}

async function screenTimes(
  { owner }: House,
  due: { line: number; message: number; dueMs: number }[],
  seen: { messageId: string; atMs: number }[],
): Promise<number[]> {
  const wamids = await owner.query<{ id: string; wamid: string }>("select id, wamid from messages where id = any($1)", [
    [...new Set(seen.map(({ messageId }) => messageId))],
  ]);
  const wamidById = new Map(wamids.map(({ id, wamid }) => [id, wamid]));
  const dueByWamid = new Map(due.map(({ line, message, dueMs }) => [receivedWamid(line, message), dueMs]));
  return seen.flatMap(({ messageId, atMs }) => {
    const dueMs = dueByWamid.get(wamidById.get(messageId) ?? "");
    return dueMs === undefined ? [] : [atMs - dueMs];
  });
}
