import { createHash, randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { withTenant } from "@/db/tenant";
import { newId } from "@/lib/ids";
import { discardMedia, openMedia, removeFiles, startMediaFetch, storeMedia } from "@/lib/media";
import type { RunningSimulator } from "@/simulator";
import { ownerQuery } from "@/test/database";
import { listTypes } from "@/test/events";
import { makeTenant } from "@/test/factories";
import { isOnDisk, makePendingMedia, mediaRow, storedPath, uploadToMeta } from "@/test/media";
import { control, registerChannel, startMeta } from "@/test/sending";
import { claimMedia } from "./claim";
import { recordOutcome } from "./record-outcome";

let simulator: RunningSimulator;

beforeAll(async () => {
  simulator = await startMeta();
});

afterAll(() => simulator.close());

async function makeShop() {
  const tenant = await makeTenant({ channel: true });
  await registerChannel(simulator, tenant.channel);
  return tenant;
}

function fetching(options: Parameters<typeof startMediaFetch>[0] = {}) {
  const loop = startMediaFetch(options);
  onTestFinished(() => loop.stop());
  return loop;
}

const sha256 = (bytes: Uint8Array, encoding: "hex" | "base64") => createHash("sha256").update(bytes).digest(encoding);
const until = (mediaId: string) => expect.poll(() => mediaRow(mediaId), { timeout: 10_000 });

/** Ends the rest of a file that waits for its next attempt. */
async function hurry(mediaId: string, loop: { wake: () => void }) {
  await ownerQuery("update media set not_before = now() where id = $1", [mediaId]);
  loop.wake();
}

test("a customer's file is fetched, and read back byte by byte", async () => {
  const shop = await makeShop();
  const bytes = randomBytes(300_000);
  const metaMediaId = await uploadToMeta(simulator, shop.channel, bytes);
  const declaredSha256 = sha256(bytes, "base64");
  const { mediaId, conversationId } = await makePendingMedia(shop, { metaMediaId, declaredSha256 });
  fetching();
  await until(mediaId).toMatchObject({
    state: "stored",
    failure: null,
    type: "application/octet-stream",
    sha256: sha256(bytes, "hex"),
    lease_token: null,
  });
  const file = await openMedia(shop.agent, mediaId);
  expect(file.sizeBytes).toBe(bytes.length);
  const read = Buffer.concat(await Readable.from(file.read({ start: 0, end: bytes.length - 1 })).toArray());
  expect(read.equals(bytes)).toBe(true);
  expect(await listTypes(shop.tenantId, conversationId)).toEqual(["media.stored"]);
});

test("what lies on the disk is sealed, and its name says nothing", async () => {
  const shop = await makeShop();
  const bytes = Buffer.from("My card number is 4111 1111 1111 1111.");
  const metaMediaId = await uploadToMeta(simulator, shop.channel, bytes);
  const plan = { metaMediaId, declaredType: "text/plain", filename: "../../card.txt" };
  const { mediaId } = await makePendingMedia(shop, plan);
  fetching();
  await until(mediaId).toMatchObject({ state: "stored", type: "text/plain" });
  const { storage_key } = await mediaRow(mediaId);
  expect(storage_key).toMatch(/^[0-9a-f-]{36}\/[0-9a-f]{2}\/[0-9a-f]{46}$/);
  expect((await readFile(storedPath(storage_key ?? ""))).includes("4111")).toBe(false);
});

test("a digest in hexadecimal counts as well", async () => {
  const shop = await makeShop();
  const bytes = Buffer.from("hello");
  const metaMediaId = await uploadToMeta(simulator, shop.channel, bytes);
  const { mediaId } = await makePendingMedia(shop, { metaMediaId, declaredSha256: sha256(bytes, "hex").toUpperCase() });
  fetching();
  await until(mediaId).toMatchObject({ state: "stored" });
});

test("a file that is not what the webhook promised is tried again, and in the end fails with words", async () => {
  const shop = await makeShop();
  const metaMediaId = await uploadToMeta(simulator, shop.channel, Buffer.from("another file"));
  const declaredSha256 = sha256(Buffer.from("the file"), "base64");
  const { mediaId, conversationId } = await makePendingMedia(shop, { metaMediaId, declaredSha256 });
  const loop = fetching();
  for (const attempts of [1, 2, 3, 4, 5]) {
    await until(mediaId).toMatchObject({ state: "pending", attempts, lease_token: null, storage_key: null });
    await hurry(mediaId, loop);
  }
  await until(mediaId).toMatchObject({
    state: "failed",
    failure: "media_damaged",
    storage_key: null,
  });
  expect(await listTypes(shop.tenantId, conversationId)).toEqual(["media.failed"]);
});

test("a file over the cap fails at once", async () => {
  const shop = await makeShop();
  const metaMediaId = await uploadToMeta(simulator, shop.channel, randomBytes(2_000));
  const { mediaId } = await makePendingMedia(shop, { metaMediaId });
  fetching({ maxBytes: 1_999 });
  await until(mediaId).toMatchObject({ state: "failed", attempts: 1 });
  expect((await mediaRow(mediaId)).failure).toBe("media_too_large");
});

test("an id that Meta does not know any more fails at once", async () => {
  const shop = await makeShop();
  const { mediaId } = await makePendingMedia(shop, { metaMediaId: "4242424242424242" });
  fetching();
  await until(mediaId).toMatchObject({
    state: "failed",
    attempts: 1,
    failure: "media_gone",
  });
});

test("a file of another number's is not handed out", async () => {
  const [shop, other] = [await makeShop(), await makeShop()];
  const metaMediaId = await uploadToMeta(simulator, other.channel, Buffer.from("theirs"));
  const { mediaId } = await makePendingMedia(shop, { metaMediaId });
  fetching();
  await until(mediaId).toMatchObject({ state: "failed" });
});

test.each(["http:500", "reset"])("%s on the way is got over by the next attempt", async (fault) => {
  const shop = await makeShop();
  const metaMediaId = await uploadToMeta(simulator, shop.channel, Buffer.from("late but there"));
  await control(simulator, "faults", { match: { path: metaMediaId }, fault });
  await control(simulator, "faults", { match: { path: "/whatsapp_business/attachments" }, fault });
  const { mediaId } = await makePendingMedia(shop, { metaMediaId });
  const loop = fetching();
  await until(mediaId).toMatchObject({ state: "pending", attempts: 1, lease_token: null });
  await hurry(mediaId, loop);
  await until(mediaId).toMatchObject({ state: "pending", attempts: 2, lease_token: null });
  await hurry(mediaId, loop);
  await until(mediaId).toMatchObject({ state: "stored", attempts: 3 });
});

test("a dead token makes a file wait without using up its attempts, and a new one fetches it", async () => {
  const shop = await makeShop();
  const metaMediaId = await uploadToMeta(simulator, shop.channel, Buffer.from("patience"));
  await control(simulator, "tokens", { token: shop.channel.token, state: "expired" });
  const { mediaId } = await makePendingMedia(shop, { metaMediaId });
  const loop = fetching();
  await until(mediaId).toMatchObject({ state: "pending", attempts: 0, rest: expect.any(Number), lease_token: null });
  await expect.poll(async () => (await mediaRow(mediaId)).rest).toBeGreaterThan(60_000);
  await control(simulator, "tokens", { token: shop.channel.token, state: "valid" });
  await hurry(mediaId, loop);
  await until(mediaId).toMatchObject({ state: "stored" });
});

test("a disconnected number's file waits for seven days and no longer", async () => {
  const shop = await makeShop();
  await ownerQuery("update channels set token_sealed = null where id = $1", [shop.channel.id]);
  const { mediaId } = await makePendingMedia(shop);
  const old = await makePendingMedia(shop, { createdAt: new Date(Date.now() - 7 * 86_400_000) });
  fetching();
  await until(old.mediaId).toMatchObject({ state: "failed" });
  await until(mediaId).toMatchObject({ state: "pending", attempts: 0, lease_token: null });
});

test("two engines never store a file twice", async () => {
  const shop = await makeShop();
  const made = await Promise.all(
    Array.from({ length: 12 }, async (_, at) => {
      const metaMediaId = await uploadToMeta(simulator, shop.channel, Buffer.from(`file ${at}`));
      return makePendingMedia(shop, { metaMediaId });
    }),
  );
  fetching();
  fetching();
  for (const { mediaId } of made) await until(mediaId).toMatchObject({ state: "stored", attempts: 1 });
  for (const { conversationId } of made) {
    expect(await listTypes(shop.tenantId, conversationId)).toEqual(["media.stored"]);
  }
});

/** What a loop does first; its lease can be ended as if it had died long ago. */
async function claimOf(mediaId: string) {
  const claim = (await claimMedia(100)).find((each) => each.mediaId === mediaId);
  if (!claim) throw new Error("The file was not due.");
  const endLease = () =>
    ownerQuery("update media set leased_until = now() - interval '1 second' where id = $1", [mediaId]);
  return { claim, endLease };
}

test("an attempt whose lease was taken over changes nothing, and its file goes", async () => {
  const { mediaId } = await makePendingMedia(await makeShop());
  const { claim: slow, endLease } = await claimOf(mediaId);
  await endLease();
  const { claim: next } = await claimOf(mediaId);
  expect(next).toMatchObject({ leftoverKey: slow.storageKey, attempts: 2 });
  const held = { state: "pending", lease_token: next.leaseToken, storage_key: next.storageKey, failure: null };

  await recordOutcome(slow, { kind: "failed", failure: "media_gone" });
  expect(await mediaRow(mediaId)).toMatchObject(held);
  const file = await storeMedia(slow, Buffer.from("late"));
  expect(isOnDisk(file.storageKey)).toBe(true);
  await recordOutcome(slow, { kind: "stored", file });
  expect(await mediaRow(mediaId)).toMatchObject(held);
  expect(isOnDisk(file.storageKey)).toBe(false);
});

test("what an engine left when it died is removed by the next attempt", async () => {
  const shop = await makeShop();
  const metaMediaId = await uploadToMeta(simulator, shop.channel, Buffer.from("whole"));
  const { mediaId } = await makePendingMedia(shop, { metaMediaId });
  const { claim: dead, endLease } = await claimOf(mediaId);
  await storeMedia(dead, Buffer.from("whole"));
  expect(isOnDisk(dead.storageKey)).toBe(true);
  await endLease();
  fetching();
  await until(mediaId).toMatchObject({ state: "stored" });
  expect(isOnDisk(dead.storageKey)).toBe(false);
});

test("a message deleted by its sender loses its file, also while it is being fetched", async () => {
  const shop = await makeShop();
  const bytes = Buffer.from("regretted");
  const metaMediaId = await uploadToMeta(simulator, shop.channel, bytes);
  const stored = await makePendingMedia(shop, { metaMediaId });
  fetching();
  await until(stored.mediaId).toMatchObject({ state: "stored" });
  const { storage_key } = await mediaRow(stored.mediaId);
  await withTenant(shop, (tx) => discardMedia(tx, shop.tenantId, [stored.messageId]));
  await expect.poll(() => isOnDisk(storage_key ?? "")).toBe(false);
  expect(await mediaRow(stored.mediaId)).toMatchObject({
    state: "failed",
    failure: "The sender deleted it.",
    storage_key: null,
    key_sealed: null,
  });

  await control(simulator, "faults", { match: { path: "/whatsapp_business/attachments" }, fault: "slow:500" });
  const underWay = await makePendingMedia(shop, { metaMediaId });
  await expect.poll(async () => (await mediaRow(underWay.mediaId)).lease_token).not.toBeNull();
  const key = (await mediaRow(underWay.mediaId)).storage_key ?? "";
  await withTenant(shop, (tx) => discardMedia(tx, shop.tenantId, [underWay.messageId]));
  const later = await makePendingMedia(shop, { metaMediaId });
  await until(later.mediaId).toMatchObject({ state: "stored" });
  expect(await mediaRow(underWay.mediaId)).toMatchObject({ state: "failed", failure: "The sender deleted it." });
  await expect.poll(() => isOnDisk(key)).toBe(false);
});

test("removing files counts those that were there", async () => {
  const shop = await makeShop();
  const metaMediaId = await uploadToMeta(simulator, shop.channel, Buffer.from("to be erased"));
  const { mediaId } = await makePendingMedia(shop, { metaMediaId });
  fetching();
  await until(mediaId).toMatchObject({ state: "stored" });
  const key = (await mediaRow(mediaId)).storage_key ?? "";
  expect(await removeFiles([key, key, `${newId()}/ab/${"0".repeat(46)}`])).toBe(1);
  expect(isOnDisk(key)).toBe(false);
});
