import { Failure } from "./command.mjs";

/**
 * Asks until the answer is right.
 * @param {string} name shown if it never is
 * @param {string} url
 * @param {{ isReady?: (status: number) => boolean, timeoutMs?: number, signal?: AbortSignal }} options
 */
export async function untilReady(name, url, { isReady = (status) => status === 200, timeoutMs = 60_000, signal } = {}) {
  const deadline = Date.now() + timeoutMs;
  let last = "no answer";
  while (Date.now() < deadline) {
    signal?.throwIfAborted();
    try {
      const response = await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(5_000) });
      last = `status ${response.status}: ${(await response.text()).slice(0, 500)}`;
      if (isReady(response.status)) return;
    } catch (error) {
      last = error.cause?.message ?? error.message;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Failure(`${name} is not ready after ${timeoutMs / 1000} s (${last}).`);
}
