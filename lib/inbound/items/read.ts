import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { openPayload } from "./payload";
import { findItem, type ItemView, toView } from "./select-items";

/** With what Meta sent, as long as it is kept. */
export async function readWebhookItem(
  actor: Actor,
  { itemId }: { itemId: string },
): Promise<ItemView & { raw: unknown }> {
  authorize(actor, "webhooks.read");
  const row = await withTenant(actor, (tx) => findItem(tx, actor, itemId));
  const items = await openPayload(row);
  return { ...toView(row), raw: items?.[0]?.raw ?? null };
}
