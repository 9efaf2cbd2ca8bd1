import { Client } from "pg";
import { afterEach, expect, it } from "vitest";
import { withTenant } from "@/db/tenant";
import { type Actor, systemActor } from "@/lib/auth";
import { env } from "@/lib/env";
import { ownerQuery } from "@/test/database";
import { eventually, untilSettled } from "@/test/event-log";
import { makeTenant } from "@/test/factories";
import { readCursor } from "./cursor";
import { recordEvent } from "./record";
import { startTail, type Tail, type TailOptions } from "./tail";
import type { RecordedEvent } from "./types";

const clients: Client[] = [];
const tails: Tail[] = [];

afterEach(async () => {
  await Promise.all(tails.splice(0).map((tail) => tail.stop()));
  await Promise.all(clients.splice(0).map((client) => client.end()));
});

const writer = async () => systemActor((await makeTenant()).tenantId, "test");

async function connect(): Promise<Client> {
  const client = new Client({ connectionString: env().DATABASE_SYSTEM_URL });
  clients.push(client);
  await client.connect();
  return client;
}

/** A transaction that has written an event and is still under way. */
async function beginWriting(tenantId: string, number: number): Promise<Client> {
  const client = await connect();
  await client.query("begin");
  await client.query(
    "insert into events (tenant_id, type, actor, payload) values ($1, 'settings.changed', 'system:test', $2)",
    [tenantId, { number }],
  );
  return client;
}

/** A tail looks once more when it begins to listen: what a test is about comes after that. */
async function untilListening() {
  const listeners = `select count(*)::int as listeners from pg_stat_activity
    where application_name = 'parley_listen' and query like 'listen%' and datname = current_database()`;
  await eventually(async () => expect(await ownerQuery(listeners)).toEqual([{ listeners: 1 }]));
}

async function follow(tenantId: string, options: Partial<TailOptions> = {}) {
  const seen: RecordedEvent[] = [];
  const tail = await startTail({
    onEvents: (events) => void seen.push(...events.filter((event) => event.tenantId === tenantId)),
    ...options,
  });
  tails.push(tail);
  await untilListening();
  return { tail, seen, numbers: () => seen.map((event) => event.payload.number) };
}

const record = (actor: Actor, number: number) =>
  withTenant(actor, (tx) => recordEvent(tx, actor, { type: "settings.changed", payload: { number } }));

it("an event that commits after a later one is read, in the order of their transactions", async () => {
  const { tenantId } = await writer();
  const { numbers } = await follow(tenantId);
  const first = await beginWriting(tenantId, 1);
  const second = await beginWriting(tenantId, 2);
  await second.query("commit");
  await first.query("commit");
  await eventually(() => expect(numbers()).toEqual([1, 2]));
});

it("while a transaction is under way nothing of a later one is read, and its end lets all through at once", async () => {
  const { tenantId } = await writer();
  const { numbers } = await follow(tenantId);
  // None of these commits wakes the tail: it hears of them once, by the NOTIFY, when the last of the three still waits.
  const oldest = await beginWriting(tenantId, 1);
  const waiting = await beginWriting(tenantId, 2);
  const later = await beginWriting(tenantId, 3);
  await later.query("commit");
  await oldest.query("commit");
  await later.query("select pg_notify('parley_events', 'another process')");
  await eventually(() => expect(numbers()).toEqual([1]));
  await waiting.query("commit");
  await untilSettled();
  const readableAt = performance.now();
  await eventually(() => expect(numbers()).toEqual([1, 2, 3]));
  expect(performance.now() - readableAt).toBeLessThan(500);
});

it("an event of a transaction that was rolled back is never read", async () => {
  const actor = await writer();
  const { numbers } = await follow(actor.tenantId);
  const rolledBack = await beginWriting(actor.tenantId, 1);
  await record(actor, 2);
  await rolledBack.query("rollback");
  await record(actor, 3);
  await eventually(() => expect(numbers()).toEqual([2, 3]));
});

it("the order is by number where the transaction's id gains a digit", async () => {
  const { tenantId } = await writer();
  for (const xid of ["100", "8", "10", "9", "99"]) {
    await ownerQuery(
      "insert into events (xid, tenant_id, type, actor, payload) values ($1::xid8, $2, 'settings.changed', 'system:test', $3)",
      [xid, tenantId, { number: Number(xid) }],
    );
  }
  const { numbers } = await follow(tenantId, { after: { xid: "7", seq: "0" }, batchSize: 1 });
  await eventually(() => expect(numbers()).toEqual([8, 9, 10, 99, 100]));
});

it("many writers, some slow and some rolled back: each committed event is read once", async () => {
  const actor = await writer();
  const { seen, numbers } = await follow(actor.tenantId, { batchSize: 7 });
  const written: number[] = [];
  const writers = Array.from({ length: 8 }, async (_, writer) => {
    for (let turn = 0; turn < 25; turn += 1) {
      const number = writer * 100 + turn;
      const rollsBack = number % 5 === 0;
      await withTenant(actor, async (tx) => {
        await recordEvent(tx, actor, { type: "settings.changed", payload: { number } });
        await tx.$client.query("select pg_sleep($1)", [(number % 4) / 200]);
        if (rollsBack) throw new Error("rolled back");
        written.push(number);
      }).catch((error: Error) => expect(error.message).toBe("rolled back"));
    }
  });
  await Promise.all(writers);
  await eventually(() => expect(numbers()).toHaveLength(written.length));
  expect(numbers().toSorted()).toEqual(written.toSorted());
  const places = seen.map((event) => readCursor(event.cursor));
  const inOrder = places.toSorted((a, b) => Number(BigInt(a.xid) - BigInt(b.xid)) || Number(a.seq) - Number(b.seq));
  expect(places).toEqual(inOrder);
});

it("a batch that its reader could not take comes again", async () => {
  const actor = await writer();
  let failures = 0;
  const { seen, numbers } = await follow(actor.tenantId, {
    onEvents: (events) => {
      if (failures++ === 0) throw new Error("not now");
      seen.push(...events);
    },
  });
  await record(actor, 1);
  await eventually(() => expect(numbers()).toEqual([1]));
});

it("a commit in another process is read without waiting for the idle second", async () => {
  const { tenantId } = await writer();
  const { numbers } = await follow(tenantId);
  const other = await beginWriting(tenantId, 1);
  await other.query("commit");
  await untilSettled();
  const readableAt = performance.now();
  await other.query("select pg_notify('parley_events', 'another process')");
  await eventually(() => expect(numbers()).toEqual([1]));
  expect(performance.now() - readableAt).toBeLessThan(500);
});

it("after all connections were cut, as by a restart, nothing is missed and wake-ups are heard again", async () => {
  const actor = await writer();
  const { numbers } = await follow(actor.tenantId);
  await record(actor, 1);
  await eventually(() => expect(numbers()).toEqual([1]));
  const cut = `select count(pg_terminate_backend(pid)) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and application_name like 'parley_%'`;
  await ownerQuery(cut);
  await eventually(() => record(actor, 2));
  await eventually(() => expect(numbers()).toEqual([1, 2]));
  await untilListening();
});
