import { and, eq } from "drizzle-orm";
import { webhookItems } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { recordAudit } from "@/lib/audit";
import { type Actor, authorize } from "@/lib/auth";
import { type DirectoryEntry, findInDirectory } from "@/lib/channels";
import { ConflictError, DomainError } from "@/lib/errors";
import { applyIn } from "@/lib/inbound/ingest/apply-group";
import { isPassing } from "@/lib/inbound/ingest/is-passing";
import { arrivalOf } from "@/lib/inbound/ingest/sort-out";
import type { Arrival } from "@/lib/inbound/ingest/work";
import { tenantSealer } from "@/lib/vault";
import { readWebhook } from "@/lib/whatsapp";
import type { WebhookItem } from "@/lib/whatsapp/types";
import { openPayload } from "./payload";
import { findItem, type ItemRow, type ItemView, toView } from "./select-items";

const settled = new Set(["applied", "duplicate"]);

/** Applies an item once more, with what this version knows; one that was applied stays as it is. */
export async function replayWebhookItem(actor: Actor, { itemId }: { itemId: string }): Promise<ItemView> {
  authorize(actor, "webhooks.read");
  const row = await withTenant(actor, (tx) => findItem(tx, actor, itemId));
  if (settled.has(row.outcome)) return toView(row);
  const item = await openPayload(row);
  if (!item) throw new ConflictError("What came is not kept any more.", { code: "payload_gone" });
  const channel = await channelOf(row, item);
  const seal = await tenantSealer(actor.tenantId);
  try {
    return await withTenant(actor, async (tx) => {
      // Away with the note, so that the item is new again; it comes back under its id in this same transaction.
      await tx.delete(webhookItems).where(and(eq(webhookItems.tenantId, actor.tenantId), eq(webhookItems.id, itemId)));
      await applyIn(tx, { tenantId: actor.tenantId, channel, arrivals: arrivalsOf(row, item, channel) }, seal);
      const replayed = toView(await findItem(tx, actor, itemId));
      await recordAudit(tx, actor, { action: "webhookItem.replayed", target: `webhook_item:${itemId}` });
      return replayed;
    });
  } catch (error) {
    if (error instanceof DomainError || isPassing(error)) throw error;
    throw new ConflictError("It still cannot be applied.", { code: "replay_failed", cause: error });
  }
}

async function channelOf({ channelId }: ItemRow, { phoneNumberId }: WebhookItem): Promise<DirectoryEntry | null> {
  if (channelId === null) return null;
  const entries = await findInDirectory({ phoneNumberIds: phoneNumberId ? [phoneNumberId] : [], wabaIds: [] });
  const entry = entries.find((each) => each.channelId === channelId);
  if (!entry) throw new ConflictError("The channel is not connected any more.", { code: "channel_disconnected" });
  return entry;
}

/** What an older version did not know may be several items to this one; the first stands for the one that was noted. */
function arrivalsOf(row: ItemRow, item: WebhookItem, channel: DirectoryEntry | null): Arrival[] {
  const arrivals = readAgain(item).map((each) => arrivalOf(each, channel, row.receivedAt.getTime()));
  return arrivals.map((arrival, at) => (at === 0 ? { ...arrival, itemId: row.id } : arrival));
}

function readAgain(item: WebhookItem): WebhookItem[] {
  if (item.kind !== "unknown") return [item];
  const change = { field: item.field, value: item.raw };
  const { items } = readWebhook({
    object: "whatsapp_business_account",
    entry: [{ id: item.wabaId, changes: [change] }],
  });
  return items.length > 0 ? items : [item];
}
