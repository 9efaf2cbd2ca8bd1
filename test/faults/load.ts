import { expect } from "vitest";
import { sendMessage } from "@/lib/messages";
import { textTo } from "@/test/sending";
import type { House } from "./house";
import type { Customer, Scene } from "./scene";

const CUSTOMERS_PAUSE_MS = 20;
const AGENTS_PAUSE_MS = 40;
const MOST_WRITING = 16;

/** What was done under load, to be compared with what came of it. */
export type Load = {
  /** Messages of customers that Meta has taken in, by tenant. */
  written: Map<Scene, string[]>;
  /** Messages of agents that were put in the outbox, by tenant. */
  sent: Map<Scene, string[]>;
  /** The door's first answers; 0 is none at all. */
  answers: Set<number>;
  stop: () => Promise<void>;
};

/**
 * Customers write and agents answer, tenant after tenant, until it is stopped. Meta repeats what was not acknowledged, and
 * agents what failed, with the same `clientId`, as a console on a weak line does.
 */
export function startLoad(house: House, scenes: Scene[]): Load {
  const written = new Map(scenes.map((scene) => [scene, [] as string[]]));
  const sent = new Map(scenes.map((scene) => [scene, [] as string[]]));
  const answers = new Set<number>();
  let going = true;

  const writing = new Set<Promise<void>>();
  const customersWrite = async () => {
    for (let n = 0; going; n += 1) {
      const [scene, customer] = turn(scenes, n);
      const one = write(house, scene, customer, n).then(({ id, answer }) => {
        written.get(scene)?.push(id);
        answers.add(answer);
      });
      writing.add(one);
      void one.finally(() => writing.delete(one));
      if (writing.size >= MOST_WRITING) await Promise.race(writing);
      await pause(CUSTOMERS_PAUSE_MS);
    }
    await Promise.all(writing);
  };

  const agentsAnswer = async () => {
    for (let n = 0; going; n += 1) {
      const [scene, customer] = turn(scenes, n);
      sent.get(scene)?.push(await sendPatiently(scene, textTo(customer, `answer ${n}`)));
      await pause(AGENTS_PAUSE_MS);
    }
  };

  const ended = Promise.all([customersWrite(), agentsAnswer()]);
  const stop = async () => {
    going = false;
    await ended;
  };
  house.atEnd(stop);
  return { written, sent, answers, stop };
}

/** Each tenant in turn, and of each its customers in turn. */
function turn(scenes: Scene[], n: number): [Scene, Customer] {
  const scene = scenes[n % scenes.length];
  const customer = scene?.customers[Math.floor(n / scenes.length) % scene.customers.length];
  if (!scene || !customer) throw new Error("A load needs tenants with customers.");
  return [scene, customer];
}

export async function write(house: House, { channel }: Scene, { phone }: Customer, n: number) {
  const response = await fetch(`${house.simulator.url}/control/messages`, {
    method: "POST",
    body: JSON.stringify({
      from: phone,
      to: channel.phoneNumberId,
      name: "Ana",
      message: { type: "text", text: { body: `question ${n}` } },
    }),
  });
  expect(response.status).toBe(200);
  const { id, webhook } = (await response.json()) as { id: string; webhook: { status: number } };
  return { id, answer: webhook.status };
}

async function sendPatiently(scene: Scene, input: ReturnType<typeof textTo>): Promise<string> {
  for (let tries = 1; ; tries += 1) {
    try {
      return (await sendMessage(scene.owner, input)).id;
    } catch (error) {
      if (tries === 200) throw error;
      await pause(50);
    }
  }
}

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
