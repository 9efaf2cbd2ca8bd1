import { once } from "node:events";
import { statSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { startMediaFetch } from "@/lib/media";
import { ownerQuery } from "@/test/database";
import { makeTenant } from "@/test/factories";
import { httpServer } from "@/test/loopback-server";
import { makePendingMedia, mediaRow, storedPath } from "@/test/media";

type Server = Awaited<ReturnType<typeof httpServer>>;

/** A Graph API whose media lie where the id of the medium says. */
let meta: Server;
let elsewhere: Server;
const addresses = new Map<string, string>();

const piece = Buffer.alloc(1_048_576, "%PDF-1.7 ");
/** How far what was sent was ahead of what lay on the disk, at most. */
let mostAhead = 0;

async function sendHuge(response: ServerResponse, address: string) {
  const [row] = await ownerQuery<{ storage_key: string }>("select storage_key from media where meta_media_id = $1", [
    address,
  ]);
  const onDisk = `${storedPath(row?.storage_key ?? "")}.part`;
  for (let count = 1; count <= 90; count += 1) {
    if (!response.write(piece)) await once(response, "drain");
    if (count > 8) mostAhead = Math.max(mostAhead, count * piece.length - statSync(onDisk).size);
  }
  response.end();
}

beforeAll(async () => {
  elsewhere = await httpServer((_request, response) => response.end("stolen"));
  meta = await httpServer((request, response) => {
    const path = new URL(request.url ?? "", "http://meta").pathname;
    if (path === "/huge") void sendHuge(response, "31");
    else if (path === "/redirect") response.writeHead(302, { location: `${elsewhere.origin}/` }).end();
    else response.end(JSON.stringify({ id: "1", url: addresses.get(path.split("/").at(-1) ?? "") }));
  });
  process.env.WHATSAPP_GRAPH_URL = meta.origin;
});

afterAll(async () => {
  await meta[Symbol.asyncDispose]();
  await elsewhere[Symbol.asyncDispose]();
});

async function fetchedFrom(metaMediaId: string, address: string) {
  addresses.set(metaMediaId, address);
  const tenant = await makeTenant({ channel: true });
  const { mediaId } = await makePendingMedia(tenant, { metaMediaId });
  const loop = startMediaFetch();
  onTestFinished(() => loop.stop());
  return expect.poll(() => mediaRow(mediaId), { timeout: 20_000 });
}

test.each([
  ["11", () => `${elsewhere.origin}/file`],
  ["12", () => "https://lookaside.fbsbx.com.evil.example/file"],
  ["13", () => "http://169.254.169.254/latest/meta-data"],
  ["14", () => "file:///etc/passwd"],
])("an address outside of Meta fails at once, and the token stays here (%s)", async (id, address) => {
  const row = await fetchedFrom(id, address());
  await row.toMatchObject({
    state: "failed",
    attempts: 1,
    failure: "media_foreign_address",
  });
  expect(elsewhere.received).toEqual([]);
});

test("a redirect to another host is not followed", async () => {
  const row = await fetchedFrom("21", `${meta.origin}/redirect`);
  await row.toMatchObject({ state: "pending", attempts: 1, lease_token: null });
  expect(elsewhere.received).toEqual([]);
});

test("the largest file there may be is never in memory whole", { timeout: 30_000 }, async () => {
  const row = await fetchedFrom("31", `${meta.origin}/huge`);
  await row.toMatchObject({ state: "stored", type: "application/pdf", size_bytes: 90 * piece.length });
  expect(mostAhead).toBeLessThan(16 * piece.length);
});
