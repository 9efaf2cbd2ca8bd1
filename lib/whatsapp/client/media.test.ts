import { expect, test } from "vitest";
import { httpServer } from "@/test/loopback-server";
import { graph } from "./graph";
import { failureOfDownload } from "./media";

function clientOf(baseUrl: string) {
  return graph({ baseUrl, version: "v25.0", token: "token-1" });
}

test("an upload is a form with the file's bytes untouched and its name harmless", async () => {
  const forms: FormData[] = [];
  await using server = await httpServer(async (request, response, body) => {
    const type = request.headers["content-type"] ?? "";
    forms.push(await new Response(body, { headers: { "content-type": type } }).formData());
    response.end('{"id":"77"}');
  });
  const bytes = Buffer.from("line one\r\n--not a boundary\r\nline two");
  const parts = [bytes.subarray(0, 7), bytes.subarray(7)];
  const upload = { content: parts, sizeBytes: bytes.length, mimeType: "text/plain", filename: 'a "b"\r\nX: y.txt' };
  expect(await clientOf(server.origin).uploadMedia("1", upload)).toEqual({ ok: true, value: { id: "77" } });
  const [form] = forms;
  const file = form?.get("file") as File;
  expect([form?.get("messaging_product"), form?.get("type"), file.type]).toEqual([
    "whatsapp",
    "text/plain",
    "text/plain",
  ]);
  expect(await file.text()).toBe(bytes.toString());
  expect(file.name).toBe('a "b"\r\nX: y.txt');
});

test("a medium is located and fetched with the token", async () => {
  const tokens: (string | undefined)[] = [];
  await using server = await httpServer((request, response) => {
    tokens.push(request.headers.authorization);
    if (request.url?.startsWith("/file")) response.writeHead(200, { "content-type": "image/png" }).end("bytes");
    else
      response.end(JSON.stringify({ id: "5", url: `${server.origin}/file`, mime_type: "image/png", file_size: "5" }));
  });
  const client = clientOf(server.origin);
  const location = await client.getMedia("5", "106540352242922");
  if (!location.ok) throw new Error(location.error.message ?? "");
  expect(location.value).toMatchObject({ id: "5", sizeBytes: 5, sha256: null });
  const download = await client.downloadMedia(location.value.url);
  if (!download.ok) throw new Error(download.error.message ?? "");
  expect(Buffer.concat(await download.value.content.toArray()).toString()).toBe("bytes");
  expect(download.value.mimeType).toBe("image/png");
  expect(tokens).toEqual(["Bearer token-1", "Bearer token-1"]);
  expect(server.received[0]?.url).toBe("/v25.0/5?phone_number_id=106540352242922");
});

test.each([
  "https://evil.example/x",
  "https://lookaside.fbsbx.com.evil.example/x",
  "http://lookaside.fbsbx.com/x",
  "https://169.254.169.254/latest/meta-data",
  "file:///etc/passwd",
])("the token does not leave for %s", async (url) => {
  const result = await clientOf("https://graph.facebook.com").downloadMedia(url);
  expect(result).toMatchObject({
    outcome: "not_sent",
    error: { transport: "forbidden_url", isTransient: false },
  });
});

test("the token does not follow a redirect to another host", async () => {
  await using elsewhere = await httpServer((_request, response) => response.end("stolen"));
  await using server = await httpServer((_request, response) => {
    response.writeHead(302, { location: `${elsewhere.origin}/` }).end();
  });
  const result = await clientOf(server.origin).downloadMedia(`${server.origin}/file`);
  expect(result).toMatchObject({ ok: false, error: { transport: "redirect" } });
  expect(elsewhere.received).toEqual([]);
});

test("an address that is too old is refused, so that a new one is asked for", async () => {
  await using server = await httpServer((_request, response) => response.writeHead(404).end());
  const result = await clientOf(server.origin).downloadMedia(`${server.origin}/file`);
  expect(result).toMatchObject({ outcome: "refused", error: { httpStatus: 404 } });
});

test("a medium over the cap is given up for good", async () => {
  const gone = { ok: false, error: { transport: "too_large", isTransient: false } };
  await using server = await httpServer((request, response) => {
    if (request.url === "/unannounced") response.write(Buffer.alloc(600));
    response.end(Buffer.alloc(2_000));
  });
  const fetched = (path: string) => clientOf(server.origin).downloadMedia(server.origin + path, { maxBytes: 1_000 });
  expect(await fetched("/announced")).toMatchObject(gone);
  const begun = await fetched("/unannounced");
  if (!begun.ok) throw new Error("Its size was not announced.");
  const failure = await begun.value.content.toArray().catch((error: unknown) => failureOfDownload(error));
  expect(failure).toMatchObject(gone);
});

test("a medium that Meta no longer has is refused", async () => {
  await using server = await httpServer((_request, response) => {
    response.writeHead(400).end(JSON.stringify({ error: { code: 100, error_subcode: 33, message: "gone" } }));
  });
  const result = await clientOf(server.origin).getMedia("5");
  expect(result).toMatchObject({ outcome: "refused", error: { code: 100, subcode: 33 } });
});
