import { beforeAll, expect, test } from "vitest";
import { withTenant } from "@/db/tenant";
import type { Actor } from "@/lib/auth";
import { newId } from "@/lib/ids";
import { attachUploads, openMedia, receiveUpload } from "@/lib/media";
import { eraseContact } from "@/lib/privacy";
import { makeConversation } from "@/test/conversations";
import { ownerQuery } from "@/test/database";
import { makeTenant } from "@/test/factories";
import { pdf, wholeOf } from "@/test/files";
import { isOnDisk } from "@/test/media";
import { dropOrphanedUploads } from "./drop-orphans";

type Shop = Awaited<ReturnType<typeof makeTenant<true>>>;

let shop: Shop;

beforeAll(async () => {
  shop = await makeTenant({ channel: true });
});

async function bring(actor: Actor) {
  const bytes = pdf(newId());
  const { id } = await receiveUpload(actor, {
    filename: "a.pdf",
    as: null,
    declaredType: null,
    announcedBytes: bytes.length,
    body: (async function* () {
      yield bytes;
    })(),
  });
  const [row] = await ownerQuery<{ storage_key: string }>("select storage_key from uploads where id = $1", [id]);
  return { id, bytes, key: row?.storage_key ?? "" };
}

async function carry(uploadId: string) {
  const { messageId, contactId } = await makeConversation(shop);
  const message = { tenantId: shop.tenantId, id: messageId, contactId, channelId: shop.channel.id };
  await withTenant(shop, (tx) => attachUploads(tx, message, [uploadId]));
  const [row] = await ownerQuery<{ id: string }>("select id from media where message_id = $1", [messageId]);
  return { contactId, mediaId: row?.id ?? "" };
}

const age = (id: string, interval: string) =>
  ownerQuery(`update uploads set created_at = now() - interval '${interval}' where id = $1`, [id]);
const isThere = async (id: string) => (await ownerQuery("select 1 from uploads where id = $1", [id])).length === 1;

test("a file that was never sent goes after a day, and one that a message carries stays", async () => {
  const [never, today, sent] = [await bring(shop.agent), await bring(shop.agent), await bring(shop.agent)];
  await age(never.id, "1 day 1 minute");
  await age(today.id, "23 hours 59 minutes");
  await age(sent.id, "400 days");
  await carry(sent.id);
  expect(await dropOrphanedUploads()).toBe(false);
  expect([await isThere(never.id), isOnDisk(never.key)]).toEqual([false, false]);
  for (const kept of [today, sent]) expect([await isThere(kept.id), isOnDisk(kept.key)]).toEqual([true, true]);
});

test("one that a message takes up just now is left alone", async () => {
  const { id, key } = await bring(shop.agent);
  await age(id, "2 days");
  const { messageId, contactId } = await makeConversation(shop);
  const message = { tenantId: shop.tenantId, id: messageId, contactId, channelId: shop.channel.id };
  await withTenant(shop, async (tx) => {
    await attachUploads(tx, message, [id]);
    await dropOrphanedUploads();
  });
  expect([await isThere(id), isOnDisk(key)]).toEqual([true, true]);
});

test("a message cannot take up what has gone", async () => {
  const { id } = await bring(shop.agent);
  await age(id, "2 days");
  await dropOrphanedUploads();
  await expect(carry(id)).rejects.toMatchObject({ code: "unknown_media" });
});

test("a file sent to two goes with the second to be erased, its bytes too", async () => {
  const { id, key, bytes } = await bring(shop.agent);
  const [first, second] = [await carry(id), await carry(id)];
  const certificate = await eraseContact(shop.admin, { contactId: first.contactId });
  expect(certificate).toMatchObject({ files: 0, rows: { media: 1, uploads: 0 } });
  expect((await wholeOf(await openMedia(shop.owner, second.mediaId))).equals(bytes)).toBe(true);
  const last = await eraseContact(shop.admin, { contactId: second.contactId });
  expect(last).toMatchObject({ files: 1, rows: { media: 1, uploads: 1 } });
  expect([await isThere(id), isOnDisk(key)]).toEqual([false, false]);
});
