import { expect, test } from "vitest";
import { atOnce } from "./at-once";

test("everything is done once, and never more at a time than may be", async () => {
  let running = 0;
  let most = 0;
  const done: number[] = [];
  await atOnce(3, [1, 2, 3, 4, 5, 6, 7], async (item) => {
    most = Math.max(most, ++running);
    await Promise.resolve();
    done.push(item);
    running -= 1;
  });
  expect(done.toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(most).toBe(3);
});

test("one that fails is told when all others have been done", async () => {
  const done: number[] = [];
  const work = async (item: number) => {
    if (item === 1) throw new Error("the first");
    await Promise.resolve();
    done.push(item);
  };
  await expect(atOnce(2, [1, 2, 3], work)).rejects.toThrow("the first");
  expect(done).toEqual([2, 3]);
});
