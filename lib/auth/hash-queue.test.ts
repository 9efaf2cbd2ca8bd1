import { expect, it } from "vitest";
import { inTurn } from "./hash-queue";

/** Work that ends when told to. */
function startWork() {
  const started: (() => void)[] = [];
  let most = 0;
  let now = 0;
  const begin = () =>
    inTurn(async () => {
      now += 1;
      most = Math.max(most, now);
      await new Promise<void>((resolve) => started.push(resolve));
      now -= 1;
    });
  const endAll = async (all: Promise<void>[]) => {
    const done = Promise.all(all);
    for (let at = 0; at < all.length; at += 1) {
      while (!started[at]) await Promise.resolve();
      started[at]?.();
    }
    await done;
  };
  return { begin, endAll, most: () => most };
}

it("costly hashing runs two at a time, and all of it in the end", async () => {
  const work = startWork();
  await work.endAll(Array.from({ length: 9 }, work.begin));
  expect(work.most()).toBe(2);
});

it("when too many wait, the next is asked to come back, and the place of one that failed is free again", async () => {
  const work = startWork();
  const accepted = Array.from({ length: 102 }, work.begin);
  await expect(inTurn(async () => "done")).rejects.toMatchObject({ kind: "unavailable", retryAfterSeconds: 10 });
  await work.endAll(accepted);
  await expect(inTurn(() => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  expect(await inTurn(async () => "done")).toBe("done");
});
