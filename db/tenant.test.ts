import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { ownerQuery } from "@/test/database";
import { departments } from "./schema";
import { withTenant } from "./tenant";
import { onCommit } from "./transaction";

async function bareTenant(): Promise<{ tenantId: string }> {
  const tenantId = randomUUID();
  await ownerQuery("insert into tenants (id, slug, name) values ($1, $2, 'Test')", [
    tenantId,
    `t-${tenantId.slice(-12)}`,
  ]);
  return { tenantId };
}

test("a tenant sees its own rows and nobody else's", async () => {
  const [a, b] = [await bareTenant(), await bareTenant()];
  await withTenant(a, (tx) => tx.insert(departments).values({ ...a, name: "Sales" }));
  expect(await withTenant(a, (tx) => tx.select().from(departments))).toHaveLength(1);
  expect(await withTenant(b, (tx) => tx.select().from(departments))).toEqual([]);
});

test("a row for another tenant is refused", async () => {
  const [a, b] = [await bareTenant(), await bareTenant()];
  const write = withTenant(a, (tx) => tx.insert(departments).values({ ...b, name: "Sales" }));
  await expect(write).rejects.toMatchObject({ cause: { code: "42501" } });
});

test("the tenant ends with its transaction, also on the same connection", async () => {
  const a = await bareTenant();
  await withTenant(a, (tx) => tx.insert(departments).values({ ...a, name: "Sales" }));
  const outside = await withTenant(a, async (tx) => {
    await tx.execute(sql`commit`);
    const { rows } = await tx.$client.query("select * from departments");
    await tx.execute(sql`begin`);
    return rows;
  });
  expect(outside).toEqual([]);
});

test("a tenant id that is not a lower-case UUID opens nothing", async () => {
  await expect(withTenant({ tenantId: "x'; drop table users; --" }, async () => 1)).rejects.toThrow(/UUID/);
});

test("what waits for the commit does not run when the work fails", async () => {
  const a = await bareTenant();
  let ran = 0;
  const failing = withTenant(a, async (tx) => {
    onCommit(tx, () => {
      ran += 1;
    });
    throw new Error("stop");
  });
  await expect(failing).rejects.toThrow("stop");
  await withTenant(a, async (tx) =>
    onCommit(tx, () => {
      ran += 10;
    }),
  );
  expect(ran).toBe(10);
});

test("a commit that PostgreSQL turned into a rollback is an error", async () => {
  const a = await bareTenant();
  const hidden = withTenant(a, async (tx) => {
    await tx.execute(sql`select 1 / 0`).catch(() => undefined);
  });
  await expect(hidden).rejects.toThrow(/rolled back/);
});
