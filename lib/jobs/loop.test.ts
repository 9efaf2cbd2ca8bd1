import { expect, it, vi } from "vitest";
import { runningLoops, startLoop } from "./index";

const healthOf = (name: string) => runningLoops().find((loop) => loop.name === name);

it("a round that does not end shows as one that lasts, and a rest does not", async () => {
  let end = () => {};
  const loop = startLoop({
    name: "lasting",
    idleMs: 60_000,
    round: () =>
      new Promise((resolve) => {
        end = () => resolve(false);
      }),
  });
  await vi.waitFor(() => expect(healthOf("lasting")?.roundMs).toBeGreaterThan(20));
  end();
  await vi.waitFor(() => expect(healthOf("lasting")?.roundMs).toBe(0));
  await loop.stop();
});

it("failures in a row are counted until a round succeeds, and a stopped loop is not listed", async () => {
  let failing = true;
  const loop = startLoop({
    name: "failing",
    idleMs: 1,
    round: async () => {
      if (failing) throw new Error("not now");
      return false;
    },
  });
  await vi.waitFor(() => expect(healthOf("failing")?.failuresInARow).toBeGreaterThan(1));
  failing = false;
  await vi.waitFor(() => expect(healthOf("failing")?.failuresInARow).toBe(0));
  await loop.stop();
  expect(healthOf("failing")).toBeUndefined();
});
