import { describe, expect, it } from "vitest";
import { withTenant } from "@/db/tenant";
import { ownerQuery } from "@/test/database";
import { makeTenant, type TestPerson } from "@/test/factories";
import { recordAudit, verifyAudit } from "./index";

const record = (actor: TestPerson, step: number) =>
  withTenant(actor, (tx) =>
    recordAudit(tx, actor, {
      action: "settings.changed",
      target: "workspace:self",
      details: { step, nested: { z: 1, a: [true, null, "é\u0000"] }, left: undefined },
      ip: "127.0.0.1",
      userAgent: "a browser",
    }),
  );

async function chainOf(length: number) {
  const { owner } = await makeTenant();
  for (let step = 1; step <= length; step += 1) await record(owner, step);
  return owner;
}

describe("the audit", () => {
  it("holds when nobody touched it", async () => {
    const owner = await chainOf(4);
    expect(await verifyAudit(owner)).toMatchObject({ entries: 4, brokenAt: null, head: { seq: 4 } });
  });

  it("is one chain when acts come at once", async () => {
    const { owner } = await makeTenant();
    await Promise.all(Array.from({ length: 12 }, (_, step) => record(owner, step)));
    expect(await verifyAudit(owner)).toMatchObject({ entries: 12, brokenAt: null });
  });

  it.each([
    ["an actor", "update audit set actor = 'member:somebody' where tenant_id = $1 and seq = 2"],
    ["a detail", `update audit set details = details || '{"step": 9}' where tenant_id = $1 and seq = 2`],
    ["a time", "update audit set at = at + interval '1 ms' where tenant_id = $1 and seq = 2"],
    ["a missing entry", "delete from audit where tenant_id = $1 and seq = 2"],
  ])("shows where %s was changed", async (_, statement) => {
    const owner = await chainOf(4);
    await ownerQuery(statement, [owner.tenantId]);
    expect(await verifyAudit(owner)).toMatchObject({ entries: 1, brokenAt: 2 });
  });

  it("cannot be changed or cut by the role that the product runs as", async () => {
    const owner = await chainOf(1);
    for (const statement of ["update audit set actor = ''", "delete from audit"]) {
      const attempt = withTenant(owner, (tx) => tx.$client.query(statement));
      await expect(attempt).rejects.toMatchObject({ code: "42501" });
    }
  });

  it("of one tenant is neither seen nor continued by another", async () => {
    const [one, other] = await Promise.all([chainOf(2), chainOf(1)]);
    expect(await verifyAudit(other)).toMatchObject({ entries: 1, brokenAt: null });
    expect(await verifyAudit(one)).toMatchObject({ entries: 2, brokenAt: null });
  });
});
