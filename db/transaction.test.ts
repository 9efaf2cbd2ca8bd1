import { expect, it } from "vitest";
import { sqlStateOf } from "@/lib/errors";
import { makeTenant } from "@/test/factories";
import { withTenant } from "./tenant";
import { inOneTrip, type Transaction } from "./transaction";

const fails = (tx: Transaction) => tx.$client.query("select 1 / 0");

async function failsAfterwards(tx: Transaction) {
  await Promise.resolve();
  await tx.$client.query("select 1");
}

it("of several failures in one trip the first at the database is told, not what followed from it", async () => {
  const { owner } = await makeTenant();
  const trip = withTenant(owner, (tx) => inOneTrip(failsAfterwards(tx), fails(tx)));
  expect(sqlStateOf(await trip.catch((error: unknown) => error))).toBe("22012");
});

it("a trip ends when all of it has ended, also when one part fails at once", async () => {
  const { owner } = await makeTenant();
  let ended = false;
  const slow = async (tx: Transaction) => {
    await tx.$client.query("select pg_sleep(0.05)");
    ended = true;
  };
  await expect(withTenant(owner, (tx) => inOneTrip(slow(tx), fails(tx)))).rejects.toThrow("division by zero");
  expect(ended).toBe(true);
});

it("answers with what each part came to, in the order of the parts", async () => {
  const { owner } = await makeTenant();
  const ask = async (tx: Transaction, value: number) =>
    (await tx.$client.query("select $1::int as value", [value])).rows;
  const answers = await withTenant(owner, (tx) => inOneTrip(ask(tx, 1), ask(tx, 2)));
  expect(answers).toEqual([[{ value: 1 }], [{ value: 2 }]]);
});
