import { expect, test } from "vitest";
import type { Actor } from "@/lib/auth";
import { newId } from "@/lib/ids";
import { ownerQuery } from "@/test/database";
import { makeTenant } from "@/test/factories";
import { makePendingMedia, makeStoredMedia } from "@/test/media";
import { openMedia } from "./index";

const bytes = Buffer.from("a picture");
const notFound = { kind: "not_found", code: "media_not_found" };

test("who may see the conversation may open its files; to everybody else there is no such file", async () => {
  const [shop, other] = [await makeTenant({ channel: true }), await makeTenant({ channel: true })];
  const { mediaId } = await makeStoredMedia(shop, bytes, {}, { departmentId: shop.departments[0].id });
  for (const asker of [shop.owner, shop.manager, shop.agent]) {
    expect((await openMedia(asker, mediaId)).sizeBytes).toBe(bytes.length);
  }
  for (const stranger of [shop.agent2, other.owner, other.agent]) {
    await expect(openMedia(stranger, mediaId)).rejects.toMatchObject(notFound);
  }
});

test("a key without the right to read conversations is refused", async () => {
  const shop = await makeTenant({ channel: true });
  const { mediaId } = await makeStoredMedia(shop, bytes);
  const key: Actor = { ...shop.owner, kind: "api_key", scopes: ["contacts.read"] };
  await expect(openMedia(key, mediaId)).rejects.toMatchObject({ kind: "forbidden" });
});

test.each(["x", "../../etc/passwd", newId()])("%j is no file", async (mediaId) => {
  const { owner } = await makeTenant();
  await expect(openMedia(owner, mediaId)).rejects.toMatchObject(notFound);
});

test("a file of a deleted message is gone, even before its bytes are", async () => {
  const shop = await makeTenant({ channel: true });
  const { mediaId, messageId } = await makeStoredMedia(shop, bytes);
  await ownerQuery("update messages set revoked_at = now() where id = $1", [messageId]);
  await expect(openMedia(shop.owner, mediaId)).rejects.toMatchObject(notFound);
});

test("a file that is not here says whether it is still to come", async () => {
  const shop = await makeTenant({ channel: true });
  const { mediaId } = await makePendingMedia(shop);
  await expect(openMedia(shop.owner, mediaId)).rejects.toMatchObject({ code: "media_pending" });
  await ownerQuery("update media set state = 'failed', failure = 'It was too large.' where id = $1", [mediaId]);
  await expect(openMedia(shop.owner, mediaId)).rejects.toMatchObject({
    code: "media_failed",
    message: "It was too large.",
  });
});
