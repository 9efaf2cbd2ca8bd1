import { expect, test } from "vitest";
import { newId } from "@/lib/ids";
import { makeConversation } from "@/test/conversations";
import { ownerQuery } from "@/test/database";
import { makeChannel, makeTenant } from "@/test/factories";
import { readSendCost } from "./index";

const free = { category: "service", type: "free_customer_service", pricing_model: "PMP" };

async function makeDesk() {
  const tenant = await makeTenant({ channel: true });
  const conversation = await makeConversation(tenant);
  const sent = (
    pricing: object | null,
    more: { channelId?: string; type?: string; at?: Date; delivered?: boolean } = {},
  ) =>
    ownerQuery(
      `insert into messages (tenant_id, id, conversation_id, contact_id, channel_id, direction, author, type, content,
         preview, status, at, delivered_at, pricing)
       values ($1, $2, $3, $4, $5, 'out', 'member', $6, '{}', 'x', 'delivered', $7, $8, $9)`,
      [
        ...[tenant.tenantId, newId(), conversation.id, conversation.contactId, more.channelId ?? tenant.channel.id],
        ...[more.type ?? "text", more.at ?? new Date(), more.delivered === false ? null : new Date(), pricing],
      ],
    );
  const read = () => readSendCost(tenant.agent, { conversationId: conversation.id });
  return { ...tenant, conversation, sent, read };
}

test("the free answers of a number this month are counted by what Meta's statuses said", async () => {
  const { sent, read, tenantId } = await makeDesk();
  const other = await makeChannel({ tenantId });
  const monthAgo = new Date(Date.now() - 32 * 86_400_000);
  await sent(free);
  await sent(free);
  await sent(free, { delivered: false });
  await sent(free, { at: monthAgo });
  await sent(free, { channelId: other.id });
  await sent(free, { type: "template" });
  await sent({ ...free, category: "utility" });
  await sent({ ...free, type: "free_entry_point" });
  await sent({ ...free, type: "regular" });
  await sent(null);
  expect(await read()).toMatchObject({ freeUntil: null, service: { used: 2, free: 1_000 } });
});

test("the free days after an ad are said while they last", async () => {
  const { conversation, read } = await makeDesk();
  const set = (interval: string) =>
    ownerQuery(`update service_windows set free_until = now() + $2::interval where contact_id = $1`, [
      conversation.contactId,
      interval,
    ]);
  await set("2 hours");
  expect(Date.parse((await read()).freeUntil ?? "")).toBeGreaterThan(Date.now());
  await set("-1 minute");
  expect((await read()).freeUntil).toBeNull();
});
