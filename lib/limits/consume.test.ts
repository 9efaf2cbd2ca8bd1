import { describe, expect, it } from "vitest";
import { withSystem } from "@/db/system";
import { LimitReachedError } from "@/lib/errors";
import { newSecret } from "@/lib/ids";
import { ownerQuery } from "@/test/database";
import { clearLimit, consume, dropSpentLimits, giveBackWithin, limits } from "./index";

const { burst, everyMs } = limits.signInPair;

async function exhaust(part: string) {
  for (let used = 0; used < burst; used += 1) await consume("signInPair", part);
}

const refusal = (part: string) =>
  consume("signInPair", part).then(
    () => null,
    (error: unknown) => error as LimitReachedError,
  );

/** Lets time pass for every key of this test's database. */
const passMs = (ms: number) =>
  ownerQuery("update rate_limits set arrives_at = arrives_at - $1 * interval '1 ms'", [ms]);

describe("a limit", () => {
  it("lets a burst through, then says how long to wait", async () => {
    const part = newSecret();
    await exhaust(part);
    const refused = await refusal(part);
    expect(refused).toBeInstanceOf(LimitReachedError);
    expect(refused?.retryAfterSeconds).toBeGreaterThan(everyMs / 1000 - 10);
    expect(refused?.retryAfterSeconds).toBeLessThanOrEqual(everyMs / 1000);
    expect(refused?.nextStep).toBe("Try again in 2 minutes.");
  });

  it("counts each key by itself", async () => {
    await exhaust(newSecret());
    expect(await refusal(newSecret())).toBeNull();
  });

  it("is not prolonged by attempts that were refused", async () => {
    const part = newSecret();
    await exhaust(part);
    for (let more = 0; more < 5; more += 1) await refusal(part);
    await passMs(everyMs);
    expect(await refusal(part)).toBeNull();
    expect(await refusal(part)).toBeInstanceOf(LimitReachedError);
  });

  it("lets exactly a burst through when all come at once", async () => {
    const part = newSecret();
    const outcomes = await Promise.all(Array.from({ length: burst * 3 }, () => refusal(part)));
    expect(outcomes.filter((outcome) => outcome === null)).toHaveLength(burst);
  });

  it("takes an attempt back, and forgets a key when told", async () => {
    const part = newSecret();
    await exhaust(part);
    await withSystem((tx) => giveBackWithin(tx, "signInPair", part));
    expect(await refusal(part)).toBeNull();
    expect(await refusal(part)).toBeInstanceOf(LimitReachedError);
    await clearLimit("signInPair", part);
    expect(await refusal(part)).toBeNull();
  });

  it("stores no address in clear, and no row that says nothing", async () => {
    await consume("signInPair", "someone@example.test");
    const kept = await ownerQuery<{ key: string }>("select key from rate_limits");
    expect(kept.length).toBeGreaterThan(0);
    expect(JSON.stringify(kept)).not.toContain("someone");
    await passMs(everyMs * burst * 2);
    await dropSpentLimits();
    expect(await ownerQuery("select key from rate_limits")).toEqual([]);
  });
});
