import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { oneAtATime } from "./one-at-a-time";
import { throttle } from "./throttle";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test("a burst runs at once and once more at its end", () => {
  const run = vi.fn();
  const throttled = throttle(1_000, run);
  for (let at = 0; at < 50; at += 1) throttled();
  expect(run).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1_000);
  expect(run).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(5_000);
  expect(run).toHaveBeenCalledTimes(2);
});

test("asking while a read runs leads to exactly one more", async () => {
  let finish: () => void = () => undefined;
  const task = vi.fn(
    () =>
      new Promise<void>((resolve) => {
        finish = resolve;
      }),
  );
  const run = oneAtATime(task);
  const all = Promise.all([run("m"), run("m"), run("m")]);
  finish();
  await vi.waitFor(() => expect(task).toHaveBeenCalledTimes(2));
  finish();
  await all;
  expect(task).toHaveBeenCalledTimes(2);
});

test("a read that fails lets the next one through", async () => {
  const task = vi.fn().mockRejectedValueOnce(new Error("offline")).mockResolvedValue(undefined);
  const run = oneAtATime(task);
  await expect(run("m")).rejects.toThrow("offline");
  await run("m");
  expect(task).toHaveBeenCalledTimes(2);
});
