/** A scene for tests of files: a message with a file that Meta has, or that is stored already. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { media } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { newId } from "@/lib/ids";
import { storeMedia } from "@/lib/media";
import type { RunningSimulator } from "@/simulator";
import { type ConversationPlan, makeConversation } from "./conversations";
import { ownerQuery } from "./database";
import type { TestChannel } from "./factories";

type MediaRow = typeof media.$inferSelect;
type Tenant = { tenantId: string; channel: TestChannel };
type Plan = Partial<Pick<MediaRow, "metaMediaId" | "declaredType" | "declaredSha256" | "filename" | "createdAt">>;

/** Puts a file at Meta as the number's own, and answers its id. */
export async function uploadToMeta(
  simulator: RunningSimulator,
  { phoneNumberId, token }: TestChannel,
  bytes: Uint8Array,
  type = "text/plain",
): Promise<string> {
  const form = new FormData();
  form.set("messaging_product", "whatsapp");
  form.set("file", new File([Buffer.from(bytes)], "file", { type }));
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(`${simulator.url}/v25.0/${phoneNumberId}/media`, {
    method: "POST",
    headers,
    body: form,
  });
  if (!response.ok) throw new Error(`The simulator refused the file: ${await response.text()}`);
  return ((await response.json()) as { id: string }).id;
}

/** A message whose file is noted as ingest notes it, and still has to be fetched. */
export async function makePendingMedia(tenant: Tenant, plan: Plan = {}, conversation: ConversationPlan = {}) {
  const { id: conversationId, contactId, messageId } = await makeConversation(tenant, conversation);
  const { tenantId, channel } = tenant;
  const mediaId = newId();
  await withTenant({ tenantId }, (tx) =>
    tx
      .insert(media)
      .values({ metaMediaId: "1", ...plan, tenantId, id: mediaId, messageId, contactId, channelId: channel.id }),
  );
  return { mediaId, messageId, contactId, conversationId };
}

/** The same with its bytes already stored. */
export async function makeStoredMedia(
  tenant: Tenant,
  bytes: Uint8Array,
  plan: Plan = {},
  conversation: ConversationPlan = {},
) {
  const made = await makePendingMedia(tenant, plan, conversation);
  const { tenantId } = tenant;
  const { mediaId } = made;
  const file = await storeMedia({ tenantId, mediaId, declaredType: plan.declaredType ?? null }, bytes);
  await ownerQuery(
    `update media set state = 'stored', type = $2, sha256 = $3, size_bytes = $4, storage_key = $5, key_sealed = $6
     where id = $1`,
    [mediaId, file.type, file.sha256, file.sizeBytes, file.storageKey, file.keySealed],
  );
  return { ...made, file };
}

export type StoredRow = {
  state: string;
  failure: string | null;
  attempts: number;
  type: string | null;
  sha256: string | null;
  size_bytes: string | null;
  storage_key: string | null;
  key_sealed: Buffer | null;
  lease_token: string | null;
  /** How long it still rests, in milliseconds. */
  rest: number;
};

export async function mediaRow(mediaId: string): Promise<StoredRow> {
  const [row] = await ownerQuery<StoredRow>(
    "select *, extract(epoch from not_before - now())::float8 * 1000 as rest from media where id = $1",
    [mediaId],
  );
  if (!row) throw new Error("There is no such row.");
  return row;
}

export function isOnDisk(storageKey: string): boolean {
  return existsSync(storedPath(storageKey));
}

export function storedPath(storageKey: string): string {
  return join(process.env.DATA_DIR ?? "", "media", storageKey);
}
