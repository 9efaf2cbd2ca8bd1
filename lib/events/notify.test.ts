import { Client } from "pg";
import { expect, it, vi } from "vitest";
import { env } from "@/lib/env";
import { startNotifier } from "./notify";
import { wakeTail } from "./wake";

it("a thousand commits tell the other processes at most 20 times a second, and the last is not forgotten", async () => {
  const listener = new Client({ connectionString: env().DATABASE_SYSTEM_URL });
  await listener.connect();
  const heardAt: number[] = [];
  listener.on("notification", () => heardAt.push(performance.now()));
  await listener.query("listen parley_events");
  const notifier = startNotifier();
  // The first wake-ups may come before its connection is there.
  await vi.waitFor(() => {
    wakeTail();
    expect(heardAt.length).toBeGreaterThan(0);
  });
  heardAt.length = 0;
  const beganAt = performance.now();
  for (let commit = 0; commit < 1_000; commit += 1) {
    wakeTail();
    if (commit % 10 === 0) await new Promise(setImmediate);
  }
  const endedAt = performance.now();
  await vi.waitFor(() => expect(heardAt.at(-1)).toBeGreaterThan(endedAt));
  expect(heardAt.length).toBeLessThanOrEqual(2 + Math.ceil(((heardAt.at(-1) ?? 0) - beganAt) / 50));
  await notifier.stop();
  await listener.end();
});
