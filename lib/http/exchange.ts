import type { IncomingHttpHeaders } from "node:http";
import { Readable } from "node:stream";
import type { Dispatcher } from "undici";
import { classify } from "./classify";
import { failureOf, type HttpFailure } from "./http-failure";

export type Head = { status: number; headers: IncomingHttpHeaders; body: Readable };

type Limits = { host: string; maxBytes: number; totalTimeoutMs: number };

/** One request and its answer, watched closely enough to say afterwards whether the request can have left. */
export class Exchange implements Dispatcher.DispatchHandler {
  readonly head: Promise<Head>;
  readonly #limits: Limits;
  readonly #timer: NodeJS.Timeout;
  #settle!: { resolve: (head: Head) => void; reject: (failure: HttpFailure) => void };
  #controller: Dispatcher.DispatchController | undefined;
  #body: Readable | undefined;
  #failure: HttpFailure | undefined;
  #receivedBytes = 0;
  #started = false;

  constructor(limits: Limits) {
    this.#limits = limits;
    this.head = new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
    });
    this.#timer = setTimeout(() => this.fail("timeout"), limits.totalTimeoutMs);
  }

  /** The last moment before the first byte: a request that failed while it waited for a connection ends here. */
  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (this.#failure) controller.abort(this.#failure);
    else {
      this.#controller = controller;
      this.#started = true;
    }
  }

  onResponseStart(controller: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    if (status < 200) return;
    if (Number(headers["content-length"] ?? 0) > this.#limits.maxBytes) {
      this.fail("too_large");
      return;
    }
    this.#body = new Readable({
      read: () => controller.resume(),
      destroy: (error, callback) => {
        this.#abandon();
        callback(error);
      },
    });
    // A failure may come before anybody reads; reading then rejects, and that is enough.
    this.#body.on("error", () => {});
    this.#settle.resolve({ status, headers, body: this.#body });
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#receivedBytes += chunk.length;
    if (this.#receivedBytes > this.#limits.maxBytes) this.fail("too_large");
    else if (this.#body && !this.#body.push(chunk)) controller.pause();
  }

  onResponseEnd(): void {
    clearTimeout(this.#timer);
    this.#controller = undefined;
    this.#body?.push(null);
  }

  onResponseError(_controller: Dispatcher.DispatchController | undefined, error: Error): void {
    this.#end(classify(error, this.#limits.host, this.#started));
  }

  fail(code: "timeout" | "too_large"): void {
    this.#end(failureOf(code, this.#limits.host, this.#started));
  }

  /** A call that undici refuses before it queues it, such as for an invalid header. */
  refuse(error: unknown): void {
    this.#end(classify(error, this.#limits.host, false));
  }

  #end(failure: HttpFailure): void {
    if (this.#failure) return;
    this.#failure = failure;
    clearTimeout(this.#timer);
    this.#settle.reject(failure);
    this.#body?.destroy(failure);
    this.#controller?.abort(failure);
  }

  #abandon(): void {
    clearTimeout(this.#timer);
    if (this.#controller && !this.#failure) {
      this.#failure = failureOf("network", this.#limits.host, true);
      this.#controller.abort(this.#failure);
    }
  }
}
