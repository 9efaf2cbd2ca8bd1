import { expect, it, onTestFinished } from "vitest";
import { ownerQuery } from "@/test/database";
import { makeTenant } from "@/test/factories";
import { deliver, ingestAll, messagesBody, textMessage } from "@/test/webhooks";
import { ingestBatch } from "./ingest-batch";

const phone = "4915112345678";

const logOf = (appKey: string) =>
  ownerQuery<{ state: string; attempts: number; failure: string | null }>(
    `select l.state, l.attempts, l.failure from webhook_log l join meta_apps a on a.id = any(l.meta_app_ids)
     where a.key = $1 order by l.id`,
    [appKey],
  );

const countOf = async ({ tenantId }: { tenantId: string }) =>
  (await ownerQuery("select 1 from messages where tenant_id = $1", [tenantId])).length;

/** The database refuses to store more than so many of a tenant's messages at once. */
async function refuse({ tenantId }: { tenantId: string }, { moreThan, state }: { moreThan: number; state: string }) {
  await ownerQuery(
    `create or replace function refuse_many() returns trigger language plpgsql as $$ begin
       if (select count(*) from written where tenant_id = '${tenantId}') > ${moreThan} then
         raise exception 'refused' using errcode = '${state}';
       end if;
       return null;
     end $$`,
  );
  await ownerQuery(
    `create trigger refuse_many after insert on messages referencing new table as written
     for each statement execute function refuse_many()`,
  );
  const allow = () => ownerQuery("drop function if exists refuse_many cascade");
  onTestFinished(async () => void (await allow()));
  return allow;
}

async function deliverTo({ channel }: { channel: Parameters<typeof deliver>[0] & Parameters<typeof messagesBody>[0] }) {
  await deliver(channel, messagesBody(channel, { messages: [textMessage({ phone })] }));
}

it("a failure of the moment of one workspace stops no other, and is not counted", async () => {
  const [held, free] = [await makeTenant({ channel: true }), await makeTenant({ channel: true })];
  const allow = await refuse(held, { moreThan: 0, state: "55P03" });
  await deliverTo(held);
  await deliverTo(free);
  expect(await ingestBatch()).toBe(1);
  expect([await countOf(held), await countOf(free)]).toEqual([0, 1]);
  expect(await logOf(free.channel.app.key)).toMatchObject([{ state: "done" }]);
  await expect(ingestBatch()).rejects.toThrow("refused");
  expect(await logOf(held.channel.app.key)).toEqual([{ state: "pending", attempts: 0, failure: null }]);
  await allow();
  await ingestAll();
  expect(await countOf(held)).toBe(1);
});

it.each(["57014", "25P03", "25P04"])(
  "what is too much at once (%s) is taken row by row after three tries",
  async (state) => {
    const tenant = await makeTenant({ channel: true });
    await refuse(tenant, { moreThan: 1, state });
    for (let at = 0; at < 3; at += 1) await deliverTo(tenant);
    for (const attempts of [1, 2, 3]) {
      await expect(ingestBatch()).rejects.toThrow("refused");
      expect((await logOf(tenant.channel.app.key)).map((row) => row.attempts)).toEqual([attempts, attempts, attempts]);
    }
    for (const count of [1, 2, 3]) {
      expect(await ingestBatch()).toBe(1);
      expect(await countOf(tenant)).toBe(count);
    }
  },
);

it("a single row that is too much at once is applied item by item", async () => {
  const tenant = await makeTenant({ channel: true });
  await refuse(tenant, { moreThan: 1, state: "57014" });
  const messages = [textMessage({ phone }), textMessage({ phone })];
  await deliver(tenant.channel, messagesBody(tenant.channel, { messages }));
  for (let at = 0; at < 3; at += 1) await expect(ingestBatch()).rejects.toThrow("refused");
  expect(await ingestBatch()).toBe(1);
  expect(await countOf(tenant)).toBe(2);
});

it("what takes too long however often it is tried is never given up", async () => {
  const tenant = await makeTenant({ channel: true });
  const allow = await refuse(tenant, { moreThan: 0, state: "57014" });
  await deliverTo(tenant);
  for (let at = 0; at < 25; at += 1) await expect(ingestBatch()).rejects.toThrow("refused");
  expect(await logOf(tenant.channel.app.key)).toEqual([{ state: "pending", attempts: 3, failure: null }]);
  await allow();
  await ingestAll();
  expect(await countOf(tenant)).toBe(1);
});

it("a webhook sealed with another master key waits for that key, and stands in nobody's way", async () => {
  const [sealed, free] = [await makeTenant({ channel: true }), await makeTenant({ channel: true })];
  await deliverTo(sealed);
  const flipLastByte = `update webhook_log set body = set_byte(body, length(body) - 1, get_byte(body, length(body) - 1) # 1)
    where (select id from meta_apps where key = $1) = any(meta_app_ids)`;
  await ownerQuery(flipLastByte, [sealed.channel.app.key]);
  await deliverTo(free);
  expect(await ingestBatch()).toBe(1);
  expect(await countOf(free)).toBe(1);
  for (let at = 0; at < 25; at += 1) await expect(ingestBatch()).rejects.toThrow("PARLEY_MASTER_KEY");
  expect(await logOf(sealed.channel.app.key)).toEqual([{ state: "pending", attempts: 0, failure: null }]);
  await ownerQuery(flipLastByte, [sealed.channel.app.key]);
  await ingestAll();
  expect(await countOf(sealed)).toBe(1);
});
