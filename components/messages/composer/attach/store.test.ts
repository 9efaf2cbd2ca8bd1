import { expect, test, vi } from "vitest";
import { ProblemError, type Uploaded } from "@/components/api";
import { type Attachment, contentOf } from "./attachment";
import { createAttachStore, MOST_FILES } from "./store";

const conversationId = "a";

/** Uploads that end when the test says so. */
function setUp(type = "image/jpeg") {
  const ways = new Map<
    string,
    { resolve: (upload: Uploaded) => void; reject: (error: unknown) => void; signal: AbortSignal }
  >();
  const forgotten: string[] = [];
  const store = createAttachStore({
    typeOf: async () => type,
    upload: (file, { signal, onProgress }) =>
      new Promise((resolve, reject) => {
        onProgress(0.5);
        ways.set(file.name, { resolve, reject, signal });
      }),
    preview: (file) => `blob:${file.name}`,
    forget: (url) => forgotten.push(url),
  });
  const sent: string[] = [];
  const quotes: (string | undefined)[] = [];
  const send = (attachment: Attachment, upload: Uploaded) => {
    sent.push(upload.id);
    quotes.push(attachment.leaving?.quoted?.wamid);
  };
  const begun = (name: string) => vi.waitFor(() => expect(ways.has(name)).toBe(true));
  const finish = async (name: string) => {
    await begun(name);
    ways.get(name)?.resolve({ ...upload, id: name });
  };
  return { store, ways, sent, quotes, send, begun, finish, forgotten };
}

const upload: Uploaded = {
  id: "x",
  kind: "image",
  type: "image/jpeg",
  sizeBytes: 3,
  filename: null,
  isVoice: false,
  change: null,
};
const file = (name: string, bytes = "abc") => new File([bytes], name);
const quoted = { id: null, conversationId: null, wamid: "wamid.q", text: "?", gist: null, direction: "in" } as const;

test("files go in the order in which they were chosen, whichever is uploaded first", async () => {
  const { store, sent, quotes, send, finish } = setUp();
  store.add(conversationId, [file("1.jpg"), file("2.jpg"), file("3.jpg")]);
  store.send(conversationId, send, quoted);
  await finish("3.jpg");
  await finish("2.jpg");
  expect(sent).toEqual([]);
  await finish("1.jpg");
  await vi.waitFor(() => expect(sent).toEqual(["1.jpg", "2.jpg", "3.jpg"]));
  expect(quotes).toEqual(["wamid.q", undefined, undefined]);
  expect(store.all()).toEqual([]);
});

test("what was not sent stays, and what is taken away is not uploaded any further", async () => {
  const { store, ways, sent, begun, forgotten } = setUp();
  const { ids } = store.add(conversationId, [file("1.jpg")]);
  await begun("1.jpg");
  expect(store.all()[0]).toMatchObject({ state: "uploading", done: 0.5, previewUrl: "blob:1.jpg", kind: "image" });
  store.remove(ids[0] ?? "");
  expect(ways.get("1.jpg")?.signal.aborted).toBe(true);
  expect([store.all(), sent, forgotten]).toEqual([[], [], ["blob:1.jpg"]]);
});

test("a file that cannot be sent is refused before a byte of it leaves, and holds up none of the others", async () => {
  const { store, ways, sent, send, finish } = setUp();
  store.add(conversationId, [file("empty.jpg", ""), file("2.jpg")]);
  await finish("2.jpg");
  store.send(conversationId, send, null);
  await vi.waitFor(() => expect(sent).toEqual(["2.jpg"]));
  expect(store.all()).toMatchObject([{ state: "refused", refusal: { code: "file_empty" } }]);
  expect(ways.has("empty.jpg")).toBe(false);
});

test("a file that the server refuses says why, and those behind it go", async () => {
  const { store, ways, sent, send, begun, finish } = setUp();
  store.add(conversationId, [file("1.jpg"), file("2.jpg")]);
  store.send(conversationId, send, null);
  await begun("1.jpg");
  ways
    .get("1.jpg")
    ?.reject(new ProblemError({ title: "No.", code: "film_codec_not_taken", status: 422, details: { codec: "VP9" } }));
  await finish("2.jpg");
  await vi.waitFor(() => expect(sent).toEqual(["2.jpg"]));
  expect(store.all()).toMatchObject([{ refusal: { code: "film_codec_not_taken", details: { codec: "VP9" } } }]);
});

test("while the upload of one is broken off those behind it wait, and go when it was tried again", async () => {
  const { store, ways, sent, send, begun, finish } = setUp();
  const { ids } = store.add(conversationId, [file("1.jpg"), file("2.jpg")]);
  store.send(conversationId, send, null);
  await begun("1.jpg");
  ways.get("1.jpg")?.reject(new ProblemError({ title: "The line broke.", code: "offline", status: 0 }));
  await finish("2.jpg");
  await vi.waitFor(() => expect(store.all()[0]).toMatchObject({ state: "failed", problem: { code: "offline" } }));
  expect(sent).toEqual([]);
  ways.delete("1.jpg");
  store.retry(ids[0] ?? "");
  await finish("1.jpg");
  await vi.waitFor(() => expect(sent).toEqual(["1.jpg", "2.jpg"]));
});

test("what broke off with the line goes by itself when the line is back, and what is broken for good does not", async () => {
  const { store, ways, sent, send, begun, finish } = setUp();
  store.add(conversationId, [file("1.jpg"), file("2.jpg")]);
  store.add("other", [file("bad.jpg")]);
  store.send(conversationId, send, null);
  await begun("1.jpg");
  await begun("bad.jpg");
  ways.get("1.jpg")?.reject(new ProblemError({ title: "The line broke.", code: "offline", status: 0 }));
  ways.get("bad.jpg")?.reject(new ProblemError({ title: "No.", code: "forbidden", status: 403 }));
  await finish("2.jpg");
  const states = () => store.all().map(({ file: { name }, state }) => `${name} ${state}`);
  await vi.waitFor(() => expect(states()).toEqual(["1.jpg failed", "2.jpg uploaded", "bad.jpg failed"]));
  ways.clear();
  store.wake();
  await finish("1.jpg");
  await vi.waitFor(() => expect(sent).toEqual(["1.jpg", "2.jpg"]));
  expect(states()).toEqual(["bad.jpg failed"]);
  expect(ways.has("bad.jpg")).toBe(false);
});

test("conversations do not wait for one another", async () => {
  const { store, sent, send, finish } = setUp();
  store.add("a", [file("a.jpg")]);
  store.add("b", [file("b.jpg")]);
  store.send("a", send, null);
  store.send("b", send, null);
  await finish("b.jpg");
  await vi.waitFor(() => expect(sent).toEqual(["b.jpg"]));
});

test("three are uploaded at once, and there is room for thirty", async () => {
  const { store, ways, begun } = setUp();
  const many = Array.from({ length: 35 }, (_, at) => file(`${at}.jpg`));
  expect(store.add(conversationId, many)).toMatchObject({ left: 5 });
  expect(store.all()).toHaveLength(MOST_FILES);
  await begun("2.jpg");
  expect(ways.size).toBe(3);
});

test("a picture that is turned into a sticker is brought anew", async () => {
  const { store, ways, begun } = setUp();
  const { ids } = store.add(conversationId, [file("1.jpg")]);
  await begun("1.jpg");
  const first = ways.get("1.jpg");
  ways.clear();
  store.turn(ids[0] ?? "", "sticker");
  expect(first?.signal.aborted).toBe(true);
  await begun("1.jpg");
  expect(store.all()[0]).toMatchObject({ as: "sticker", kind: "sticker", state: "uploading" });
});

test("a message carries caption, name and voice only where its kind takes them", () => {
  const plain = { caption: " Look ", as: null };
  expect(contentOf(plain, upload)).toEqual({ type: "image", image: { id: "x", caption: "Look" } });
  expect(contentOf(plain, { ...upload, kind: "sticker" })).toEqual({ type: "sticker", sticker: { id: "x" } });
  expect(contentOf(plain, { ...upload, kind: "document", filename: "a.pdf" })).toEqual({
    type: "document",
    document: { id: "x", caption: "Look", filename: "a.pdf" },
  });
  const voice = { caption: "", as: "voice" } as const;
  const note = { ...upload, kind: "audio", isVoice: true } as const;
  expect(contentOf(voice, note)).toEqual({ type: "audio", audio: { id: "x", voice: true } });
  expect(contentOf({ ...voice, as: null }, note)).toEqual({ type: "audio", audio: { id: "x" } });
});
