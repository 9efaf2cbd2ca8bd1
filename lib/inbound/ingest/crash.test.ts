import { describe, expect, it } from "vitest";
import { withTenant } from "@/db/tenant";
import { lockIdentities } from "@/lib/contacts";
import { ownerQuery } from "@/test/database";
import { makeChannel, makeTenant } from "@/test/factories";
import { deliver, ingestAll, itemsOf, logOf, messagesBody, receive, textMessage, textsOf } from "@/test/webhooks";
import { claimLog, finishLog } from "./claim";
import { ingestBatch } from "./ingest-batch";

const phone = "4915112345678";

describe("an engine that dies", () => {
  const expireLeases = () => ownerQuery("update webhook_log set leased_until = now() where leased_until is not null");

  it("after it claimed leaves its rows to the next one, when the lease has run out", async () => {
    const { tenantId, channel } = await makeTenant({ channel: true });
    await deliver(channel, messagesBody(channel, { messages: [textMessage({ phone })] }));
    await claimLog(crypto.randomUUID());
    await ingestAll();
    expect(await textsOf(tenantId)).toEqual([]);
    await expireLeases();
    await ingestAll();
    expect((await textsOf(tenantId)).length).toBe(1);
    expect((await logOf(channel.app.key))[0]).toMatchObject({ state: "done", attempts: 2 });
  });

  it("after it applied and before it said so doubles nothing", async () => {
    const { tenantId, channel } = await makeTenant({ channel: true });
    await receive(channel, messagesBody(channel, { messages: [textMessage({ phone })] }));
    await ownerQuery("update webhook_log set state = 'pending'");
    await ingestAll();
    expect((await textsOf(tenantId)).length).toBe(1);
    const [row] = await ownerQuery("select unread_count from conversations where tenant_id = $1", [tenantId]);
    expect(row).toEqual({ unread_count: 1 });
  });

  it("and comes back late cannot close what another holds by now", async () => {
    const { channel } = await makeTenant({ channel: true });
    await deliver(channel, messagesBody(channel, { messages: [textMessage({ phone })] }));
    const zombie = crypto.randomUUID();
    const [row] = await claimLog(zombie);
    await expireLeases();
    const next = crypto.randomUUID();
    await claimLog(next);
    await finishLog(zombie, [{ id: row?.id ?? 0, isDead: true, failure: "late" }]);
    expect((await logOf(channel.app.key))[0]?.state).toBe("pending");
    await finishLog(next, [{ id: row?.id ?? 0, isDead: false, failure: null }]);
    expect((await logOf(channel.app.key))[0]?.state).toBe("done");
  });

  it("again and again over one row does not take its neighbours along, and gives it up in the end", async () => {
    const { tenantId, channel } = await makeTenant({ channel: true });
    for (const body of ["One", "Two"]) {
      await deliver(channel, messagesBody(channel, { messages: [textMessage({ phone }, { body })] }));
    }
    const [first] = await logOf(channel.app.key);
    await ownerQuery("update webhook_log set attempts = 20 where id = $1", [first?.id]);
    expect(await ingestBatch()).toBe(1);
    await ingestAll();
    expect((await logOf(channel.app.key)).map(({ state }) => state)).toEqual(["dead", "done"]);
    expect(await textsOf(tenantId)).toEqual(["Two"]);
  });
});

describe("two engines at once", () => {
  it("make one contact and one conversation of a customer who writes to both", async () => {
    const { tenantId, channel } = await makeTenant({ channel: true });
    const bodies = Array.from({ length: 40 }, () => messagesBody(channel, { messages: [textMessage({ phone })] }));
    for (const body of bodies) await deliver(channel, body);
    const rows = await ownerQuery<{ id: number }>("select id from webhook_log where state = 'pending' order by id");
    // Two claims that take turns, as two engines with small batches would.
    await ownerQuery(
      "update webhook_log set leased_until = now() + interval '1 hour' where id % 2 = 0 and state = 'pending'",
    );
    const odd = ingestAll();
    await ownerQuery("update webhook_log set leased_until = null where id % 2 = 0 and state = 'pending'");
    await Promise.all([odd, ingestAll(), ingestAll()]);
    expect(rows.length).toBe(40);
    expect((await textsOf(tenantId)).length).toBe(40);
    const [counts] = await ownerQuery(
      `select (select count(*)::int from contacts where tenant_id = $1) as contacts,
         (select count(*)::int from conversations where tenant_id = $1) as conversations,
         (select unread_count from conversations where tenant_id = $1) as unread`,
      [tenantId],
    );
    expect(counts).toEqual({ contacts: 1, conversations: 1, unread: 40 });
  });

  it("wait for one another over who is who in a portfolio, and for nobody else", async () => {
    const one = await makeTenant({ channel: true });
    const other = await makeChannel(one);
    const body = messagesBody(one.channel, { messages: [textMessage({ phone }, { body: "Waits" })] });
    await deliver(one.channel, body);
    await deliver(other, messagesBody(other, { messages: [textMessage({ phone }, { body: "Goes on" })] }));
    await withTenant(one, async (tx) => {
      await lockIdentities(tx, one.tenantId, one.channel.portfolioId);
      const applying = ingestAll();
      await expect
        .poll(() => ownerQuery("select 1 from pg_locks where not granted and locktype = 'advisory'"))
        .toHaveLength(1);
      void applying.catch(() => undefined);
    });
    await ingestAll();
    await expect.poll(async () => (await textsOf(one.tenantId)).sort()).toEqual(["Goes on", "Waits"]);
  });
});

describe("a failure that passes", () => {
  it("costs nothing however often it happens: the rows are applied when it has passed", async () => {
    const { tenantId, channel } = await makeTenant({ channel: true });
    await deliver(channel, messagesBody(channel, { messages: [textMessage({ phone })] }));
    await ownerQuery(
      `create function lose_race() returns trigger language plpgsql as $$
       begin raise exception 'lost' using errcode = '40P01'; end $$`,
    );
    await ownerQuery("create trigger race before insert on messages for each row execute function lose_race()");
    try {
      for (let at = 0; at < 25; at += 1) await expect(ingestBatch()).rejects.toThrow();
    } finally {
      await ownerQuery("drop trigger race on messages");
      await ownerQuery("drop function lose_race");
    }
    expect(await itemsOf(tenantId)).toEqual([]);
    await ingestAll();
    expect((await textsOf(tenantId)).length).toBe(1);
    expect((await logOf(channel.app.key))[0]).toMatchObject({ state: "done", attempts: 1 });
  });
});

describe("much at once", () => {
  it("in one POST loses nothing and doubles nothing", async () => {
    const { tenantId, channel } = await makeTenant({ channel: true });
    const messages = Array.from({ length: 1_000 }, (_, at) => textMessage({ phone: `49151${1_000_000 + (at % 90)}` }));
    const body = messagesBody(channel, { messages });
    await receive(channel, body);
    await receive(channel, body);
    expect((await textsOf(tenantId)).length).toBe(1_000);
    expect((await ownerQuery("select 1 from contacts where tenant_id = $1", [tenantId])).length).toBe(90);
    expect(
      await ownerQuery("select sum(unread_count)::int as n from conversations where tenant_id = $1", [tenantId]),
    ).toEqual([{ n: 1_000 }]);
  });
});
