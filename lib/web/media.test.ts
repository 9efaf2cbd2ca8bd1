import { randomBytes } from "node:crypto";
import { truncate } from "node:fs/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { GET, HEAD } from "@/app/api/v1/media/[mediaId]/route";
import { createApiKey } from "@/lib/auth";
import { ownerQuery } from "@/test/database";
import { makeTenant, startSession } from "@/test/factories";
import { makePendingMedia, makeStoredMedia, storedPath } from "@/test/media";

type Shop = Awaited<ReturnType<typeof makeTenant<true>>>;

let shop: Shop;
let key: string;

beforeAll(async () => {
  shop = await makeTenant({ channel: true });
  key = (await createApiKey(shop.admin, { name: "Reader", role: "admin", scopes: null })).key;
});

const ask = (mediaId: string, headers: Record<string, string>, answer = GET, method = "GET") =>
  answer(new Request(`http://127.0.0.1:3000/api/v1/media/${mediaId}`, { headers, method }), {
    params: Promise.resolve({ mediaId }),
  });
const withKey = (mediaId: string, headers: Record<string, string> = {}) =>
  ask(mediaId, { authorization: `Bearer ${key}`, ...headers });
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

describe("a stored file", () => {
  const head = "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c48900030d40";
  const png = Buffer.concat([Buffer.from(head, "hex"), Buffer.from("IDAT"), randomBytes(200_000)]);
  let mediaId: string;
  let sha256: string;

  beforeAll(async () => {
    const made = await makeStoredMedia(shop, png);
    mediaId = made.mediaId;
    sha256 = made.file.sha256;
  });

  test("comes byte by byte, and can do nothing in our name", async () => {
    const response = await withKey(mediaId);
    expect(response.status).toBe(200);
    expect((await bytesOf(response)).equals(png)).toBe(true);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "image/png",
      "content-length": String(png.length),
      "content-disposition": expect.stringMatching(/^inline; /),
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
      "cache-control": expect.stringMatching(/^private, /),
      "accept-ranges": "bytes",
      etag: `"${sha256}"`,
    });
  });

  test.each([
    ["bytes=0-99", 0, 99],
    ["bytes=65530-65545", 65_530, 65_545],
    ["bytes=-10", png.length - 10, png.length - 1],
    ["bytes=200000-", 200_000, png.length - 1],
  ])("comes in part: %s", async (range, start, end) => {
    const response = await withKey(mediaId, { range });
    expect(response.status).toBe(206);
    expect(response.headers.get("content-range")).toBe(`bytes ${start}-${end}/${png.length}`);
    expect(response.headers.get("content-length")).toBe(String(end - start + 1));
    expect((await bytesOf(response)).equals(png.subarray(start, end + 1))).toBe(true);
  });

  test("has nothing beyond its end", async () => {
    const response = await withKey(mediaId, { range: `bytes=${png.length}-` });
    expect([response.status, response.headers.get("content-range")]).toEqual([416, `bytes */${png.length}`]);
  });

  test("is not sent again to who has it", async () => {
    for (const known of [`"${sha256}"`, `W/"${sha256}"`, `"x", "${sha256}"`]) {
      const response = await withKey(mediaId, { "if-none-match": known });
      expect([response.status, response.body]).toEqual([304, null]);
    }
    expect((await withKey(mediaId, { "if-none-match": '"x"' })).status).toBe(200);
  });

  test("comes whole when the part asked for is of another version", async () => {
    expect((await withKey(mediaId, { range: "bytes=0-9", "if-range": '"x"' })).status).toBe(200);
    expect((await withKey(mediaId, { range: "bytes=0-9", "if-range": `"${sha256}"` })).status).toBe(206);
  });

  test("tells its head alone", async () => {
    const response = await ask(mediaId, { authorization: `Bearer ${key}`, range: "bytes=0-9" }, HEAD, "HEAD");
    expect([response.status, response.body]).toEqual([200, null]);
    expect(response.headers.get("content-length")).toBe(String(png.length));
  });
});

test.each([
  ["image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "x.svg"],
  ["text/html", "<script>alert(1)</script>", "x.html"],
])("%s is saved as bytes, never shown", async (declaredType, content, filename) => {
  const { mediaId } = await makeStoredMedia(shop, Buffer.from(content), { declaredType, filename });
  const { headers } = await withKey(mediaId);
  expect(headers.get("content-type")).toBe("application/octet-stream");
  expect(headers.get("content-disposition")).toMatch(/^attachment; /);
});

test("an empty file is served as one", async () => {
  const { mediaId } = await makeStoredMedia(shop, Buffer.alloc(0));
  const response = await withKey(mediaId);
  expect([response.status, response.headers.get("content-length")]).toEqual([200, "0"]);
  expect((await bytesOf(response)).length).toBe(0);
});

test("a damaged file is an error, not a part of itself", async () => {
  const { mediaId, file } = await makeStoredMedia(shop, Buffer.from("whole"));
  await truncate(storedPath(file.storageKey), 3);
  expect((await withKey(mediaId)).status).toBe(500);
});

test("a file on its way says when to come again", async () => {
  const { mediaId } = await makePendingMedia(shop);
  const response = await withKey(mediaId);
  expect([response.status, response.headers.get("retry-after")]).toEqual([409, "2"]);
});

describe("who asks", () => {
  let mediaId: string;

  beforeAll(async () => {
    mediaId = (await makeStoredMedia(shop, Buffer.from("ours"), {}, { departmentId: shop.departments[0].id })).mediaId;
  });

  test("a session need not name the workspace, as a picture in a page cannot", async () => {
    const { cookie } = await startSession(shop.agent);
    expect((await ask(mediaId, { cookie })).status).toBe(200);
    expect((await ask(mediaId, { cookie, "x-workspace": shop.slug })).status).toBe(200);
  });

  test("who is in several workspaces gets the file of each", async () => {
    const other = await makeTenant({ channel: true });
    const { userId, email } = shop.agent;
    await ownerQuery(
      `insert into members (tenant_id, user_id, role, visibility, name, email) values ($1, $2, 'owner', 'all', 'Both', $3)`,
      [other.tenantId, userId, email],
    );
    const theirs = await makeStoredMedia(other, Buffer.from("theirs"));
    const { cookie } = await startSession(shop.agent);
    expect((await ask(theirs.mediaId, { cookie })).status).toBe(200);
    expect((await ask(mediaId, { cookie })).status).toBe(200);
    expect((await ask(mediaId, { cookie, "x-workspace": other.slug })).status).toBe(404);
  });

  test("a stranger finds nothing", async () => {
    const other = await makeTenant();
    const { key: foreign } = await createApiKey(other.admin, { name: "x", role: "admin", scopes: null });
    const answers = await Promise.all([
      ask(mediaId, { authorization: `Bearer ${foreign}` }),
      ask(mediaId, { cookie: (await startSession(other.owner)).cookie }),
      ask(mediaId, { cookie: (await startSession(shop.agent2)).cookie }),
      ask("00000000-0000-7000-8000-000000000000", { authorization: `Bearer ${key}` }),
      ask("..%2f..%2fetc", { authorization: `Bearer ${key}` }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
  });

  test("nobody is told to sign in", async () => {
    const answers = await Promise.all([ask(mediaId, {}), ask(mediaId, { cookie: "next-auth.session-token=x" })]);
    expect(answers.map(({ status }) => status)).toEqual([401, 401]);
  });
});
