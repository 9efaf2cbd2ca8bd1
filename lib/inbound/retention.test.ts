import { expect, test } from "vitest";
import { ownerQuery } from "@/test/database";
import { makeTenant } from "@/test/factories";
import { messagesBody, receive, textMessage } from "@/test/webhooks";
import { dropOldWebhooks } from "./retention";

test("what came raw is kept for seven days and not a second longer; what it became stays", async () => {
  const { tenantId, channel } = await makeTenant({ channel: true });
  const bodies = ["old", "new"].map((body) =>
    messagesBody(channel, { messages: [textMessage({ phone: "16505550199" }, { body })] }),
  );
  for (const body of bodies) await receive(channel, body);
  const age = (table: string, interval: string) =>
    ownerQuery(
      `update ${table} set received_at = now() - ${interval} where ctid = (select ctid from ${table} where true ${
        table === "webhook_items" ? `and tenant_id = '${tenantId}'` : ""
      } order by received_at limit 1)`,
    );
  const limit = "interval '7 days'";
  await age("webhook_log", `${limit} + interval '1 minute'`);
  await age("webhook_items", `${limit} + interval '1 minute'`);
  await dropOldWebhooks();
  expect(await counts(tenantId)).toEqual({ log: 2, payloads: 2, items: 2, messages: 2 });

  await age("webhook_log", `${limit} - interval '1 second'`);
  await age("webhook_items", `${limit} - interval '1 second'`);
  await dropOldWebhooks();
  expect(await counts(tenantId)).toEqual({ log: 1, payloads: 1, items: 2, messages: 2 });
});

async function counts(tenantId: string) {
  const [row] = await ownerQuery<Record<string, number>>(
    `select (select count(*)::int from webhook_log) as log,
       (select count(payload_sealed)::int from webhook_items where tenant_id = $1) as payloads,
       (select count(*)::int from webhook_items where tenant_id = $1) as items,
       (select count(*)::int from messages where tenant_id = $1) as messages`,
    [tenantId],
  );
  return row;
}
