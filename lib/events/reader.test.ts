import { afterEach, expect, it } from "vitest";
import { withTenant } from "@/db/tenant";
import { systemActor } from "@/lib/auth";
import { newId } from "@/lib/ids";
import type { Loop } from "@/lib/jobs";
import { ownerQuery } from "@/test/database";
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
  const read = (onNumber: (number: number, lost: AbortSignal) => unknown = () => {}, leaseMs?: number) => {
    const seen: number[] = [];
    const reader = startReader({
      name,
      types: ["settings.changed"],
      ...(leaseMs !== undefined && { leaseMs }),
      onEvents: async (events, lost) => {
        for (const { tenantId, payload } of events) {
          if (tenantId !== actor.tenantId) continue;
          await onNumber(Number(payload.number), lost);
          seen.push(Number(payload.number));
        }
      },
    });
    readers.push(reader);
    return { reader, seen };
  };
  const place = async () => {
    const [row] = await ownerQuery<Place>("select * from event_readers where name = $1", [name]);
    return row as Place;
  };
  /** As if a process had it that says nothing any more. */
  const seize = async (leaseMs: number) => {
    const [row] = await ownerQuery<Place>(
      `update event_readers set holder = gen_random_uuid(), leased_until = now() + $2 * interval '1 millisecond'
       where name = $1 returning *`,
      [name, leaseMs],
    );
    return row as Place;
  };
  return { write, read, place, seize };
}

type Place = { holder: string; leased_until: Date; xid: string; seq: string };

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

it("a batch that takes longer than the lease stays with one process, and its place moves on", async () => {
  const log = await makeLog();
  await (await untilReading(log)).reader.stop();
  const before = await log.place();
  await log.write(1);
  const seized = new Set<number>();
  const beats = new Set<number>();
  const slow = (number: number) =>
    number === 1 &&
    eventually(async () => {
      seized.add(number);
      beats.add((await log.place()).leased_until.getTime());
      expect(beats.size).toBeGreaterThan(6);
    });
  const one = log.read(slow, 300);
  await eventually(() => expect(seized.size).toBe(1));
  const other = log.read(undefined, 300);
  await eventually(() => expect(one.seen.filter((number) => number > 0)).toEqual([1]));
  await eventually(async () => expect((await log.place()).xid).not.toBe(before.xid));
  await log.write(2);
  await eventually(() => expect([...one.seen, ...other.seen].filter((number) => number > 0)).toEqual([1, 2]));
});

it("what a process died with is read by another once its lease has run out", async () => {
  const log = await makeLog();
  await (await untilReading(log)).reader.stop();
  const { leased_until: end } = await log.seize(500);
  await log.write(1);
  let readAt = 0;
  const { seen } = log.read((number) => {
    if (number === 1) readAt = Date.now();
  });
  await eventually(() => expect(seen.filter((number) => number > 0)).toEqual([1]));
  expect(readAt).toBeGreaterThanOrEqual(end.getTime());
});

it("whoever lost the lease is told to stop, and does not move the place", async () => {
  const log = await makeLog();
  await (await untilReading(log)).reader.stop();
  await log.write(1);
  await log.write(2);
  let wasTold = false;
  let held: Place | undefined;
  const { seen } = log.read(async (number, lost) => {
    if (number !== 1 || wasTold) return;
    held = await log.seize(60_000);
    await eventually(() => expect(lost.aborted).toBe(true));
    wasTold = true;
    lost.throwIfAborted();
  }, 300);
  await eventually(() => expect(wasTold).toBe(true));
  expect(seen.filter((number) => number > 0)).toEqual([]);
  expect(await log.place()).toEqual(held);
  await log.seize(-1);
  await eventually(() => expect(seen.filter((number) => number > 0)).toEqual([1, 2]));
});

it("only what was asked for is read", async () => {
  const log = await makeLog();
  const { seen } = await untilReading(log);
  await log.write(1, "rule.changed");
  await log.write(2);
  await eventually(() => expect(seen).toContain(2));
  expect(seen).not.toContain(1);
});
