import { and, eq } from "drizzle-orm";
import { webhookItems } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { recordAudit } from "@/lib/audit";
import { type Actor, authorize } from "@/lib/auth";
import { type DirectoryEntry, findInDirectory } from "@/lib/channels";
import { ConflictError, DomainError, isPassing } from "@/lib/errors";
import { applyIn } from "@/lib/inbound/ingest/apply-group";
import { arrivalOf } from "@/lib/inbound/ingest/sort-out";
import type { Arrival } from "@/lib/inbound/ingest/work";
import { tenantSealer } from "@/lib/vault";
import type { WebhookItem } from "@/lib/whatsapp/types";
import { openPayload } from "./payload";
import { findItem, type ItemRow, type ItemView, toView } from "./select-items";

const settled = new Set(["applied", "duplicate"]);

/** Applies an item once more, with what this version knows; one that was applied stays as it is. */
export async function replayWebhookItem(actor: Actor, { itemId }: { itemId: string }): Promise<ItemView> {
  authorize(actor, "webhooks.read");
  const row = await withTenant(actor, (tx) => findItem(tx, actor, itemId));
  if (settled.has(row.outcome)) return toView(row);
  const items = await openPayload(row);
  if (!items) throw new ConflictError("What came is not kept any more.", { code: "payload_gone" });
  if (items.length === 0) throw new ConflictError("This version reads nothing in it.", { code: "nothing_read" });
  const channel = await channelOf(row, items);
  const seal = await tenantSealer(actor.tenantId);
  try {
    return await withTenant(actor, async (tx) => {
      // Away with the note, so that the item is new again; it comes back under its id in this same transaction.
      await tx.delete(webhookItems).where(and(eq(webhookItems.tenantId, actor.tenantId), eq(webhookItems.id, itemId)));
      await applyIn(tx, { tenantId: actor.tenantId, channel, arrivals: arrivalsOf(row, items, channel) }, seal);
      const replayed = toView(await findItem(tx, actor, itemId));
      await recordAudit(tx, actor, { action: "webhookItem.replayed", target: `webhook_item:${itemId}` });
      return replayed;
    });
  } catch (error) {
    if (error instanceof DomainError || isPassing(error)) throw error;
    throw new ConflictError("It still cannot be applied.", { code: "replay_failed", cause: error });
  }
}

async function channelOf({ channelId }: ItemRow, items: WebhookItem[]): Promise<DirectoryEntry | null> {
  if (channelId === null) return null;
  const phoneNumberIds = items.map(({ phoneNumberId }) => phoneNumberId).filter((id) => id !== null);
  const entries = await findInDirectory({ phoneNumberIds, wabaIds: [] });
  const entry = entries.find((each) => each.channelId === channelId);
  if (!entry) throw new ConflictError("The channel is not connected any more.", { code: "channel_disconnected" });
  return entry;
}

/** The first stands for the one that was noted: under its id, and known again by the hash that it came with. */
function arrivalsOf(row: ItemRow, items: WebhookItem[], channel: DirectoryEntry | null): Arrival[] {
  const arrivals = items.map((item) => arrivalOf(item, channel, row.receivedAt.getTime()));
  return arrivals.map((arrival, at) => (at === 0 ? { ...arrival, itemId: row.id, hash: row.dedupeHash } : arrival));
}
