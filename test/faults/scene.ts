import { withTenant } from "@/db/tenant";
import { readMessage } from "@/lib/messages";
import { makeTenant, type TestChannel } from "@/test/factories";
import { control, makeCustomer, registerChannel, sentBy } from "@/test/sending";
import type { House } from "./house";

export type Scene = Awaited<ReturnType<typeof makeScene>>;
export type Customer = Scene["customers"][number];

export const webhookUrl = (doorUrl: string, { app }: Pick<TestChannel, "app">) =>
  `${doorUrl}/api/whatsapp/webhook/${app.key}`;

/**
 * A tenant whose number the simulator plays, with customers who have written. Statuses come by themselves only when
 * `statuses` is set.
 */
export async function makeScene(house: House, { customers = 1, statuses = false, doorUrl = house.url } = {}) {
  const tenant = await makeTenant({ channel: true });
  const { channel } = tenant;
  await registerChannel(house.simulator, channel, { webhookUrl: webhookUrl(doorUrl, channel) });
  await control(house.simulator, "behaviour", { phoneNumberId: channel.phoneNumberId, autoStatuses: statuses });
  const made = [];
  for (let n = 0; n < customers; n += 1) made.push(await makeCustomer(tenant, channel));
  return { ...tenant, customers: made };
}

/** The words of each message that Meta accepted from this tenant's number, the oldest first. */
export async function wordsSent(house: House, { channel }: Scene): Promise<string[]> {
  return (await sentBy(house.simulator, channel)).map(({ body }) => (body.text as { body: string }).body);
}

/** Lets Meta report a status of everything it accepted, as it does by itself when `statuses` is set. */
export async function reportAll(house: House, { channel }: Scene, status: "sent" | "delivered"): Promise<void> {
  for (const { wamid } of await sentBy(house.simulator, channel)) {
    await control(house.simulator, "statuses", { wamid, status });
  }
}

export async function statusOf(scene: Scene, message: { id: string; conversationId: string }): Promise<string> {
  const { status } = await readMessage(scene.owner, {
    conversationId: message.conversationId,
    messageId: message.id,
  });
  return status;
}

/** What is left of a tenant's outbox. */
export function outboxOf(house: House, { tenantId }: { tenantId: string }) {
  return house.query<{ message_id: string; state: string }>(
    "select message_id, state from outbox where tenant_id = $1 order by seq",
    [tenantId],
  );
}

/** Ends the leases of whoever was killed, so that no test has to sit them out. */
export async function endLeases(house: House): Promise<void> {
  await house.query("update outbox set leased_until = now() - interval '1 second' where state = 'sending'");
  await house.query("update webhook_log set leased_until = now() - interval '1 second' where leased_until is not null");
}

/** Ends the wait for a status: from now on people decide. */
export async function endWaits(house: House): Promise<void> {
  await house.query("update outbox set settles_by = now() where state = 'ambiguous'");
}

/** How often something was announced for a tenant. */
export async function countEvents(scene: Scene, type: string): Promise<number> {
  return withTenant(scene, async (tx) => {
    const { rows } = await tx.$client.query<{ count: number }>(
      "select count(*)::int as count from events where tenant_id = $1 and type = $2",
      [scene.tenantId, type],
    );
    return rows[0]?.count ?? 0;
  });
}
