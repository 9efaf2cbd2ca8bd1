import type { Agent } from "node:http";
import { escapeJson } from "./escape-json";
import { postWebhook } from "./post-webhook";
import { type App, composeBody, type Update } from "./updates";

export type DeliverySettings = {
  agent: Agent;
  /** Posts under way at once to one callback. */
  concurrency: number;
  /** Updates in one post at most. */
  batchSize: number;
  timeoutMs: number;
  retryBaseMs: number;
  retryCapMs: number;
  /** Age after which a post is given up. */
  giveUpMs: number;
  /** Posts that wait for a retry at most; beyond it the oldest goes. */
  maxWaiting: number;
};

type Post = { app: App; updates: Update[]; bytes: Buffer; attempt: number; firstAt: number };

/**
 * One callback URL of one app. Posts leave at once while fewer than `concurrency` are under way; what comes meanwhile
 * is batched, so that a slow or busy receiver gets fewer and larger posts. A failed post waits beside the others, as
 * Meta's do: nothing behind it is held back.
 */
export class Endpoint {
  readonly #pending: Update[] = [];
  readonly #ready: Post[] = [];
  readonly #waiting = new Map<Post, NodeJS.Timeout>();
  readonly #underWay = new Set<Post>();
  #closed = false;

  constructor(
    readonly url: string,
    private readonly settings: DeliverySettings,
  ) {}

  push(update: Update): void {
    if (this.#closed) return;
    this.#pending.push(update);
    this.#pump();
  }

  close(): void {
    this.#closed = true;
    this.#pending.length = 0;
    this.#ready.length = 0;
    for (const timer of this.#waiting.values()) clearTimeout(timer);
    this.#waiting.clear();
  }

  /** Updates not yet acknowledged. */
  get backlog(): number {
    const posts = [...this.#waiting.keys(), ...this.#ready, ...this.#underWay];
    return posts.reduce((sum, post) => sum + post.updates.length, this.#pending.length);
  }

  #pump(): void {
    while (!this.#closed && this.#underWay.size < this.settings.concurrency) {
      const post = this.#ready.shift() ?? this.#nextBatch();
      if (!post) return;
      this.#underWay.add(post);
      void this.#deliver(post);
    }
  }

  #nextBatch(): Post | undefined {
    const first = this.#pending[0];
    if (!first) return undefined;
    const updates = this.#pending.splice(0, this.settings.batchSize);
    const bytes = Buffer.from(escapeJson(composeBody(updates)), "latin1");
    return { app: first.app, updates, bytes, attempt: 0, firstAt: Date.now() };
  }

  async #deliver(post: Post): Promise<void> {
    post.attempt += 1;
    const answer = await postWebhook({ url: this.url, app: post.app, ...this.settings }, post.bytes);
    this.#underWay.delete(post);
    for (const update of post.updates) update.onOutcome?.({ ...answer, attempt: post.attempt });
    if (answer.status !== 200) this.#retryLater(post);
    this.#pump();
  }

  #retryLater(post: Post): void {
    if (this.#closed || Date.now() - post.firstAt > this.settings.giveUpMs) return;
    const { retryBaseMs, retryCapMs, maxWaiting } = this.settings;
    const delay = Math.min(retryCapMs, retryBaseMs * 2 ** (post.attempt - 1)) * (0.75 + Math.random() / 2);
    const timer = setTimeout(() => {
      this.#waiting.delete(post);
      this.#ready.push(post);
      this.#pump();
    }, delay);
    timer.unref();
    this.#waiting.set(post, timer);
    if (this.#waiting.size > maxWaiting) this.#dropOldest();
  }

  #dropOldest(): void {
    const [oldest] = this.#waiting;
    if (!oldest) return;
    clearTimeout(oldest[1]);
    this.#waiting.delete(oldest[0]);
  }
}
