import { Agent } from "node:http";
import { type DeliverySettings, Endpoint } from "./endpoint";
import { postWebhook } from "./post-webhook";
import type { App, Update } from "./updates";

const defaults: Omit<DeliverySettings, "agent"> = {
  concurrency: 8,
  batchSize: 200,
  timeoutMs: 20_000,
  retryBaseMs: 250,
  retryCapMs: 30_000,
  giveUpMs: 7 * 24 * 3_600_000,
  maxWaiting: 5_000,
};

/** All webhooks on their way out: one queue per app and callback, one pool of kept connections. */
export class Deliveries {
  readonly #endpoints = new Map<string, Endpoint>();
  readonly #settings: DeliverySettings;

  constructor(settings: Partial<DeliverySettings> = {}) {
    this.#settings = { ...defaults, agent: new Agent({ keepAlive: true, maxFreeSockets: 32 }), ...settings };
  }

  push(update: Update): void {
    const key = `${update.app.id} ${update.url}`;
    let endpoint = this.#endpoints.get(key);
    if (!endpoint) {
      endpoint = new Endpoint(update.url, this.#settings);
      this.#endpoints.set(key, endpoint);
    }
    endpoint.push(update);
  }

  /** Signs and posts these very bytes once, without retry. */
  postRaw(app: App, url: string, bytes: Buffer): Promise<{ status: number; body: string }> {
    return postWebhook({ url, app, ...this.#settings }, bytes);
  }

  get backlog(): number {
    return [...this.#endpoints.values()].reduce((sum, endpoint) => sum + endpoint.backlog, 0);
  }

  close(): void {
    for (const endpoint of this.#endpoints.values()) endpoint.close();
    this.#settings.agent.destroy();
  }
}
