import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { withTenant } from "@/db/tenant";
import { newId } from "@/lib/ids";
import { eachByItself, eachDue, putErrands, runErrands } from "@/lib/jobs";
import { putOffOf } from "@/test/broken";
import { ownerQuery } from "@/test/database";
import { makeTenant } from "@/test/factories";

const inAnHour = () => new Date(Date.now() + 3_700_000);

async function items(count: number) {
  const { tenantId } = await makeTenant();
  return { tenantId, list: Array.from({ length: count }, () => ({ tenantId, itemId: newId() })) };
}

const put = ({ tenantId, itemId }: { tenantId: string; itemId: string }, work: string) =>
  withTenant({ tenantId }, (tx) => putErrands(tx, work, sql`select ${tenantId}::uuid, ${itemId}::uuid`));

const busy = Object.assign(new Error("busy"), { code: "55P03" });

test("one that fails is put off with its code, longer each time, and all others are done", async () => {
  const { tenantId, list } = await items(3);
  const work = newId();
  const run = async ({ itemId }: { itemId: string }) => {
    if (itemId === list[0]?.itemId) throw new TypeError("a fault of ours");
  };
  expect(await eachByItself(work, list, run)).toEqual(list.slice(1));
  await eachByItself(work, list, run);
  expect(await putOffOf(tenantId)).toEqual([{ work, item_id: list[0]?.itemId, failures: 2, code: "TypeError" }]);
  const [row] = await ownerQuery<{ seconds: number }>(
    "select round(extract(epoch from due_at - now()))::int as seconds from errands where tenant_id = $1",
    [tenantId],
  );
  expect(row?.seconds).toBeGreaterThan(15);
});

test("a failure of the moment is told once the others have been done, and nothing is put off", async () => {
  const { tenantId, list } = await items(3);
  const done: string[] = [];
  const run = async ({ itemId }: { itemId: string }) => {
    if (itemId === list[0]?.itemId) throw busy;
    done.push(itemId);
  };
  await expect(eachByItself(newId(), list, run)).rejects.toBe(busy);
  expect([done.length, await putOffOf(tenantId)]).toEqual([2, []]);
});

test("when all fail for the moment the rest is left alone", async () => {
  const { list } = await items(50);
  let tries = 0;
  const run = async () => {
    tries += 1;
    throw busy;
  };
  await expect(eachByItself(newId(), list, run)).rejects.toBe(busy);
  expect(tries).toBeLessThan(5);
});

test("whoever is told that others are at the work begins nothing more", async () => {
  const { list } = await items(3);
  const loss = new AbortController();
  const done: string[] = [];
  const run = async ({ itemId }: { itemId: string }) => {
    done.push(itemId);
    loss.abort();
  };
  await expect(eachByItself(newId(), list, run, loss.signal)).rejects.toThrow();
  expect(done).toEqual([list[0]?.itemId]);
});

test("what was put off is done when its time has come, and what could be done at last is forgotten", async () => {
  const { tenantId, list } = await items(2);
  const work = newId();
  let isBroken = true;
  const done: string[] = [];
  const run = async ({ itemId }: { itemId: string }) => {
    if (isBroken) throw new Error("not yet");
    done.push(itemId);
  };
  await eachByItself(work, list, run);
  await runErrands({ [work]: run });
  expect(done).toEqual([]);
  await runErrands({ [work]: run }, inAnHour());
  expect((await putOffOf(tenantId)).map(({ failures }) => failures)).toEqual([2, 2]);
  isBroken = false;
  await runErrands({ [work]: run }, inAnHour());
  expect(done.toSorted()).toEqual(list.map(({ itemId }) => itemId).toSorted());
  expect(await putOffOf(tenantId)).toEqual([]);
});

test("of engines at the same errands each is done by one", async () => {
  const { list } = await items(40);
  const work = newId();
  for (const item of list) await put(item, work);
  const done: string[] = [];
  const run = async ({ itemId }: { itemId: string }) => void done.push(itemId);
  for (let round = 0; round < 3; round += 1) await Promise.all([1, 2, 3].map(() => runErrands({ [work]: run })));
  expect(done.toSorted()).toEqual(list.map(({ itemId }) => itemId).toSorted());
});

test("what is left to be done again while it is being done is not forgotten", async () => {
  const { tenantId, list } = await items(1);
  const work = newId();
  const [item] = list;
  if (!item) throw new Error("There is one.");
  await put(item, work);
  await runErrands({ [work]: () => put(item, work) });
  expect(await putOffOf(tenantId)).toHaveLength(1);
});

test("one of a due list that works again is no longer put off", async () => {
  const { tenantId, list } = await items(1);
  const work = newId();
  await eachDue(work, list, () => Promise.reject(new Error("not yet")));
  expect(await putOffOf(tenantId)).toHaveLength(1);
  await eachDue(work, list, () => Promise.resolve());
  expect(await putOffOf(tenantId)).toEqual([]);
});
