import { payloadContext } from "@/lib/inbound/ingest/insert-items";
import { openForTenant } from "@/lib/vault";
import type { WebhookItem } from "@/lib/whatsapp/types";
import { type CutOut, readCutOut } from "./cut-out";
import type { ItemRow } from "./select-items";

/** What was kept of an item; null after seven days, and for somebody who was erased. */
export async function openPayload({ tenantId, id, payloadSealed }: ItemRow): Promise<WebhookItem[] | null> {
  if (payloadSealed === null) return null;
  const opened = await openForTenant(tenantId, payloadSealed, payloadContext(id));
  return readCutOut(JSON.parse(opened.toString("utf8")) as CutOut);
}
