import { channelDirectory, channels } from "@/db/schema";
import { withSystem } from "@/db/system";
import { newId } from "@/lib/ids";
import type { WebhookItem } from "@/lib/whatsapp/types";
import { ownerQuery } from "./database";
import type { TestChannel } from "./factories";

/** The number and account that our own bodies are mostly about. */
export const mainNumber = { phoneNumberId: "106540352242922", wabaId: "102290129340398" };

/**
 * Gives every number and account that these items name to one tenant, signed for by its app. A number is in the
 * directory once in a whole installation, so tests that use this run one after the other: `disconnectNumbers` first.
 */
export async function connectNumbers(tenantId: string, channel: TestChannel, items: WebhookItem[]): Promise<void> {
  const numbers = new Map<string, string>();
  for (const item of items) {
    const wabaId = (item.kind === "account" ? item.subjectWabaId : null) ?? item.wabaId ?? "0";
    const phoneNumberId = item.phoneNumberId ?? `of ${wabaId}`;
    if (!numbers.has(phoneNumberId)) numbers.set(phoneNumberId, wabaId);
  }
  await connect(tenantId, channel, numbers);
}

/** The same for many bodies at once: where they disagree about the main number, it stays with its own account. */
export async function connectNumbersAround(
  tenantId: string,
  channel: TestChannel,
  items: WebhookItem[],
): Promise<void> {
  const others = items.filter(({ phoneNumberId }) => phoneNumberId !== mainNumber.phoneNumberId);
  await connectMainNumber(tenantId, channel);
  await connectNumbers(tenantId, channel, others);
}

export async function connectMainNumber(tenantId: string, channel: TestChannel): Promise<void> {
  await connect(tenantId, channel, new Map([[mainNumber.phoneNumberId, mainNumber.wabaId]]));
}

export async function disconnectNumbers(): Promise<void> {
  await ownerQuery("delete from channel_directory");
}

async function connect(tenantId: string, channel: TestChannel, numbers: Map<string, string>): Promise<void> {
  const { portfolioId, displayPhoneNumber, app } = channel;
  const [metaApp] = await ownerQuery<{ id: string }>("select id from meta_apps where key = $1", [app.key]);
  await withSystem(async (tx) => {
    for (const [phoneNumberId, wabaId] of numbers) {
      const place = { tenantId, phoneNumberId, wabaId, metaAppId: metaApp?.id ?? "" };
      const id = newId();
      await tx.insert(channels).values({ ...place, id, portfolioId, displayPhoneNumber, name: phoneNumberId });
      await tx.insert(channelDirectory).values({ ...place, channelId: id });
    }
  });
}
