import { ControlError, parse } from "./control-error";
import { webhooksQuerySchema } from "./control-schemas";
import { isObject } from "./meta/parameters";
import type { Simulation } from "./simulation";
import { escapeJson } from "./webhooks/escape-json";
import type { App } from "./world/directory";

type Delivery = { status: number; body: string };
const concurrency = 8;

/**
 * Signs a given body and posts it as it came, byte by byte; nothing is tried again. With `repeat` several times, with
 * `shuffle` each time with its entries, changes, messages and statuses in another order, and several at once.
 */
export async function postGivenWebhook(simulation: Simulation, bytes: Buffer, query: URLSearchParams) {
  const { app: appId, repeat, shuffle } = parse(webhooksQuerySchema, Object.fromEntries(query));
  const app = appId === undefined ? ownerOf(simulation, bytes) : simulation.world.directory.apps.get(appId);
  if (!app) throw new ControlError(404, `app: no app has the id ${appId ?? "of this body"}.`);
  const url = app.webhookUrl;
  if (!url) throw new ControlError(409, `App ${app.id} has no webhook URL.`);
  const copies = Array.from({ length: repeat }, () => (shuffle ? shuffled(bytes) : bytes));
  const deliveries: Delivery[] = [];
  const post = async () => {
    for (let copy = copies.pop(); copy; copy = copies.pop()) {
      deliveries.push(await simulation.deliveries.postRaw(app, url, copy));
    }
  };
  await Promise.all(Array.from({ length: shuffle ? concurrency : 1 }, post));
  const worst = deliveries.find(({ status }) => status !== 200) ?? deliveries[0];
  return { status: worst?.status ?? 0, body: worst?.body ?? "", deliveries };
}

/** The app which is subscribed to the number or account that the body names; else the first there is. */
function ownerOf(simulation: Simulation, bytes: Buffer): App | undefined {
  const { directory } = simulation.world;
  const text = bytes.toString("latin1");
  const phoneNumberId = /"phone_number_id"\s*:\s*"(\d+)"/.exec(text)?.[1] ?? "";
  const wabaId = directory.phoneNumbers.get(phoneNumberId)?.wabaId ?? /"id"\s*:\s*"(\d+)"/.exec(text)?.[1] ?? "";
  return directory.callbacksOf(wabaId)[0]?.app ?? directory.apps.values().next().value;
}

const mixedLists = new Set(["entry", "changes", "messages", "statuses"]);

function shuffled(bytes: Buffer): Buffer {
  let body: unknown;
  try {
    body = JSON.parse(bytes.toString("utf8"));
  } catch {
    return bytes;
  }
  return Buffer.from(escapeJson(mix(body, "")), "latin1");
}

function mix(value: unknown, name: string): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => mix(item, ""));
    return mixedLists.has(name) ? inRandomOrder(items) : items;
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mix(inner, key)]));
}

function inRandomOrder<Item>(items: Item[]): Item[] {
  return items
    .map((item) => ({ item, place: Math.random() }))
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item);
}
