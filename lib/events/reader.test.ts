import { afterEach, expect, it } from "vitest";
import { withTenant } from "@/db/tenant";
import { systemActor } from "@/lib/auth";
import { newId } from "@/lib/ids";
import type { Loop } from "@/lib/jobs";
import { eventually } from "@/test/event-log";
import { makeTenant } from "@/test/factories";
import { startReader } from "./reader";
import { recordEvent } from "./record";

const readers: Loop[] = [];

afterEach(async () => {
  await Promise.all(readers.splice(0).map((reader) => reader.stop()));
});

async function makeLog() {
  const actor = systemActor((await makeTenant()).tenantId, "test");
  const name = `test ${newId()}`;
  const write = (number: number, type: "settings.changed" | "rule.changed" = "settings.changed") =>
    withTenant(actor, (tx) => recordEvent(tx, actor, { type, payload: { number } }));
  const read = (onNumber: (number: number) => void = () => {}) => {
    const seen: number[] = [];
    const reader = startReader({
      name,
      types: ["settings.changed"],
      onEvents: async (events) => {
        for (const { tenantId, payload } of events) {
          if (tenantId !== actor.tenantId) continue;
          onNumber(Number(payload.number));
          seen.push(Number(payload.number));
        }
      },
    });
    readers.push(reader);
    return { reader, seen };
  };
  return { write, read };
}

/** A reader that is new begins with the present: it is there once it has seen something. */
async function untilReading({ write, read }: Awaited<ReturnType<typeof makeLog>>) {
  const first = read();
  await eventually(async () => {
    await write(0);
    expect(first.seen.length).toBeGreaterThan(0);
  });
  return first;
}

it("a reader goes on where it stopped, so that what happened in between is not missed", async () => {
  const log = await makeLog();
  const { reader } = await untilReading(log);
  await reader.stop();
  await log.write(1);
  await log.write(2);
  const again = log.read();
  await eventually(() => expect(again.seen.filter((number) => number > 0)).toEqual([1, 2]));
});

it("what failed comes again, and what comes after it does not pass it by", async () => {
  const log = await makeLog();
  const { reader } = await untilReading(log);
  await reader.stop();
  await log.write(1);
  await log.write(2);
  let failures = 0;
  const again = log.read((number) => {
    if (number === 1 && failures++ < 2) throw new Error("not now");
  });
  await eventually(() => expect(again.seen.filter((number) => number > 0)).toEqual([1, 2]));
  expect(failures).toBe(3);
});

it("two processes share a reader without reading anything twice, and one takes over from the other", async () => {
  const log = await makeLog();
  const one = await untilReading(log);
  const other = log.read();
  for (let number = 1; number <= 20; number++) await log.write(number);
  await eventually(() => expect(one.seen).toContain(20));
  await one.reader.stop();
  await log.write(21);
  await eventually(() => expect(other.seen).toContain(21));
  const both = [...one.seen, ...other.seen].filter((number) => number > 0);
  expect(both).toEqual(Array.from({ length: 21 }, (_, at) => at + 1));
});

it("only what was asked for is read", async () => {
  const log = await makeLog();
  const { seen } = await untilReading(log);
  await log.write(1, "rule.changed");
  await log.write(2);
  await eventually(() => expect(seen).toContain(2));
  expect(seen).not.toContain(1);
});
