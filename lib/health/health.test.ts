import { afterEach, describe, expect, it } from "vitest";
import { withSystem } from "@/db/system";
import { ownerQuery } from "@/test/database";
import { makeTenant } from "@/test/factories";
import { databaseAnswers, ensureLogIsOfThisCluster, migrationsAreApplied, readBacklog, readinessOf } from "./index";

describe("readiness", () => {
  it("is there when every check passes", async () => {
    expect(await readinessOf({ one: () => {}, other: async () => {} })).toEqual({ ready: true, problems: [] });
  });

  it("names each check that fails, with its reason, and one that does not answer in time", async () => {
    const checks = {
      fine: () => {},
      broken: () => {
        throw new Error("It is broken.");
      },
      slow: () => new Promise<void>(() => {}),
    };
    expect(await readinessOf(checks, 20)).toEqual({
      ready: false,
      problems: [
        { check: "broken", reason: "It is broken." },
        { check: "slow", reason: "No answer within 0.02 s." },
      ],
    });
  });
});

describe("the database", () => {
  it("answers, and has every migration of this version", async () => {
    await databaseAnswers();
    await migrationsAreApplied();
  });

  it("that misses the newest migration is told from one that has it", async () => {
    const newest = "(select max(created_at) from drizzle.__drizzle_migrations)";
    await ownerQuery(
      `update drizzle.__drizzle_migrations set created_at = created_at - 1 where created_at = ${newest}`,
    );
    await expect(migrationsAreApplied()).rejects.toThrow("misses migrations");
    await ownerQuery(
      `update drizzle.__drizzle_migrations set created_at = created_at + 1 where created_at = ${newest}`,
    );
    await migrationsAreApplied();
  });
});

describe("the event log", () => {
  afterEach(() => ownerQuery("delete from events"));

  it("of this cluster is taken, also empty", async () => {
    await ensureLogIsOfThisCluster();
    const { tenantId } = await makeTenant();
    await ownerQuery(
      "insert into events (tenant_id, type, actor, payload) values ($1, 'settings.changed', 'system:test', '{}')",
      [tenantId],
    );
    await ensureLogIsOfThisCluster();
  });

  it("that was restored from a cluster further on is refused, since nothing new in it would be read", async () => {
    const { tenantId } = await makeTenant();
    await ownerQuery(
      `insert into events (xid, tenant_id, type, actor, payload)
       values ('9000000000'::xid8, $1, 'settings.changed', 'system:test', '{}')`,
      [tenantId],
    );
    await expect(ensureLogIsOfThisCluster()).rejects.toThrow("ahead of this database cluster");
  });
});

describe("the backlog", () => {
  it("is empty where nothing waits", async () => {
    expect(await readBacklog()).toEqual({ ingest: { waiting: 0, oldestSeconds: 0 }, outbox: [] });
  });

  it("counts what ingest has not done, and the age of the oldest", async () => {
    const { channel } = await makeTenant({ channel: true });
    const [{ id } = { id: "" }] = await ownerQuery<{ id: string }>("select id from meta_apps where key = $1", [
      channel.app.key,
    ]);
    await withSystem((tx) =>
      tx.$client.query(
        `insert into webhook_log (meta_app_ids, body, state, received_at) values
         (array[$1::uuid], '', 'pending', now() - interval '40 s'), (array[$1::uuid], '', 'pending', now()), (array[$1::uuid], '', 'done', now() - interval '1 h')`,
        [id],
      ),
    );
    const { ingest } = await readBacklog();
    expect(ingest.waiting).toBe(2);
    expect(ingest.oldestSeconds).toBeGreaterThanOrEqual(40);
    expect(ingest.oldestSeconds).toBeLessThan(60);
  });
});
