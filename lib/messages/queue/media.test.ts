import { readFileSync } from "node:fs";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth";
import { newId } from "@/lib/ids";
import { type ReceiveInput, receiveUpload } from "@/lib/media";
import { readMessage, sendMessage, sendMessageAgain, startSending } from "@/lib/messages";
import type { Message } from "@/lib/messages/types";
import type { RunningSimulator } from "@/simulator";
import { ownerQuery } from "@/test/database";
import { pdf } from "@/test/files";
import { makeStoredMedia } from "@/test/media";
import {
  control,
  holdBack,
  letTimePass,
  makeCustomer,
  makeScene,
  readOf,
  type Scene,
  sentBy,
  startMeta,
  statusOf,
  textTo,
} from "@/test/sending";

let simulator: RunningSimulator;
let loop: ReturnType<typeof startSending>;
let picture: Buffer;

beforeAll(async () => {
  simulator = await startMeta();
  loop = startSending();
  picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#08f" } })
    .jpeg()
    .toBuffer();
});

afterAll(async () => {
  await loop.stop();
  await simulator.close();
});

const bring = (actor: Actor, bytes: Buffer, more: Partial<ReceiveInput> = {}) =>
  receiveUpload(actor, {
    filename: null,
    as: null,
    declaredType: null,
    announcedBytes: bytes.length,
    body: (async function* () {
      yield bytes;
    })(),
    ...more,
  });

type Content = { type: string } & Record<string, unknown>;

const sends = (actor: Actor, { conversationId }: { conversationId: string }, content: Content) =>
  sendMessage(actor, { conversationId, clientId: newId(), ...content } as Parameters<typeof sendMessage>[1]);

const photo = (id: string, caption?: string) => ({ type: "image", image: { id, ...(caption ? { caption } : {}) } });
const until = (actor: Actor, message: Message) => expect.poll(() => statusOf(actor, message)(), { timeout: 10_000 });

/** Uploads to Meta so far, of a number. */
async function handlesOf({ tenantId }: { tenantId: string }) {
  return ownerQuery<{ meta_media_id: string; channel_id: string; upload_id: string }>(
    "select * from upload_handles where tenant_id = $1",
    [tenantId],
  );
}

const bytesAtMeta = async (scene: Scene, mediaId: string) => {
  const headers = { authorization: `Bearer ${scene.channel.token}` };
  const located = await (await fetch(`${simulator.url}/v25.0/${mediaId}`, { headers })).json();
  const response = await fetch((located as { url: string }).url, { headers });
  return { bytes: Buffer.from(await response.arrayBuffer()), type: response.headers.get("content-type") };
};

test("a photo goes out by Meta's id, byte by byte, and stands in the thread from our own storage at once", async () => {
  const scene = await makeScene(simulator);
  const upload = await bring(scene.agent, picture);
  const message = await sends(scene.agent, scene.customer, photo(upload.id, "Here it is"));
  expect(message).toMatchObject({
    type: "image",
    media: [
      {
        state: "stored",
        type: "image/jpeg",
        sizeBytes: picture.length,
        url: expect.stringMatching(/^\/api\/v1\/media\//),
      },
    ],
  });
  await until(scene.agent, message).toBe("accepted");
  const [sent] = await sentBy(simulator, scene.channel);
  const { id, caption } = (sent?.body.image ?? {}) as { id: string; caption: string };
  expect(caption).toBe("Here it is");
  const [handle] = await handlesOf(scene);
  expect(handle).toMatchObject({ meta_media_id: id, upload_id: upload.id });
  const atMeta = await bytesAtMeta(scene, id);
  expect([atMeta.bytes.equals(picture), atMeta.type]).toEqual([true, "image/jpeg"]);
  expect(
    await readMessage(scene.agent, { conversationId: message.conversationId, messageId: message.id }),
  ).toMatchObject({ media: message.media });
});

test("a voice note goes out as Opus in Ogg, marked as one", async () => {
  const scene = await makeScene(simulator);
  const recorded = readFileSync("test/files/voice-note.webm");
  const upload = await bring(scene.agent, recorded, { as: "voice", declaredType: "audio/webm;codecs=opus" });
  const message = await sends(scene.agent, scene.customer, { type: "audio", audio: { id: upload.id, voice: true } });
  await until(scene.agent, message).toBe("accepted");
  const [sent] = await sentBy(simulator, scene.channel);
  expect(sent?.body.audio).toEqual({ id: expect.any(String), voice: true });
  const { id } = (sent?.body.audio ?? {}) as { id: string };
  const { bytes, type } = await bytesAtMeta(scene, id);
  expect([bytes.toString("latin1", 0, 4), type]).toEqual(["OggS", "audio/ogg; codecs=opus"]);
});

test("a document keeps the name it was brought with", async () => {
  const scene = await makeScene(simulator);
  const upload = await bring(scene.agent, pdf(), { filename: "Invoice 7.pdf" });
  const message = await sends(scene.agent, scene.customer, { type: "document", document: { id: upload.id } });
  expect(message.media).toMatchObject([{ filename: "Invoice 7.pdf" }]);
  await until(scene.agent, message).toBe("accepted");
  const [sent] = await sentBy(simulator, scene.channel);
  expect(sent?.body.document).toEqual({ id: expect.any(String), filename: "Invoice 7.pdf" });
});

test("one upload goes to Meta once for each number, however many messages carry it", async () => {
  const scene = await makeScene(simulator);
  const others = await Promise.all(Array.from({ length: 5 }, () => makeCustomer(scene, scene.channel)));
  const upload = await bring(scene.owner, picture);
  const messages = await Promise.all(others.map((customer) => sends(scene.owner, customer, photo(upload.id))));
  for (const message of messages) await until(scene.owner, message).toBe("accepted");
  const ids = (await sentBy(simulator, scene.channel)).map(({ body }) => (body.image as { id: string }).id);
  expect(ids).toHaveLength(5);
  expect(new Set(ids).size).toBe(1);
  expect(await handlesOf(scene)).toHaveLength(1);
});

test("an id that Meta dropped early, or that is 29 days old, is brought anew, and the message goes", async () => {
  const scene = await makeScene(simulator);
  const upload = await bring(scene.agent, picture);
  const first = await sends(scene.agent, scene.customer, photo(upload.id));
  await until(scene.agent, first).toBe("accepted");
  const [known] = await handlesOf(scene);
  const headers = { authorization: `Bearer ${scene.channel.token}` };
  await fetch(`${simulator.url}/v25.0/${known?.meta_media_id}`, { method: "DELETE", headers });
  const second = await sends(scene.agent, scene.customer, photo(upload.id));
  await until(scene.agent, second).toBe("accepted");
  const [next] = await handlesOf(scene);
  expect(next?.meta_media_id).not.toBe(known?.meta_media_id);

  await ownerQuery("update upload_handles set uploaded_at = now() - interval '29 days 1 minute' where tenant_id = $1", [
    scene.tenantId,
  ]);
  const third = await sends(scene.agent, scene.customer, photo(upload.id));
  await until(scene.agent, third).toBe("accepted");
  const ids = (await sentBy(simulator, scene.channel)).map(({ body }) => (body.image as { id: string }).id);
  expect(new Set(ids).size).toBe(3);
});

test("while a file is on its way to Meta, what was written after it waits its turn", async () => {
  const scene = await makeScene(simulator);
  await control(simulator, "faults", { match: { path: mediaPath(scene) }, fault: "slow:1500" });
  const upload = await bring(scene.agent, picture);
  const withFile = await sends(scene.agent, scene.customer, photo(upload.id));
  const after = await sendMessage(scene.agent, textTo(scene.customer));
  await until(scene.agent, after).toBe("accepted");
  await until(scene.agent, withFile).toBe("accepted");
  expect((await sentBy(simulator, scene.channel)).map(({ body }) => body.type)).toEqual(["image", "text"]);
});

test("an upload that breaks off is repeated without harm: the customer gets it once", async () => {
  const scene = await makeScene(simulator);
  await control(simulator, "faults", {
    match: { path: mediaPath(scene) },
    fault: "reset-after-accept",
  });
  const upload = await bring(scene.agent, picture);
  const message = await sends(scene.agent, scene.customer, photo(upload.id));
  await until(scene.agent, message).toBe("retry_wait");
  await letTimePass(scene);
  await until(scene.agent, message).toBe("accepted");
  expect(await sentBy(simulator, scene.channel)).toHaveLength(1);
});

const mediaPath = (scene: Scene) => `${scene.channel.phoneNumberId}/media`;

test("a file that Meta refuses fails with the reason, and nothing goes to the customer", async () => {
  const scene = await makeScene(simulator);
  await control(simulator, "faults", { match: { path: mediaPath(scene) }, fault: "error:131053" });
  const upload = await bring(scene.agent, picture);
  const message = await sends(scene.agent, scene.customer, photo(upload.id));
  await until(scene.agent, message).toBe("failed");
  expect((await readOf(scene.agent, message)).failure).toMatchObject({
    code: "131053",
    cause: "WhatsApp did not take the file, so nothing was sent.",
    nextStep: expect.stringMatching(/.+/),
  });
  expect(await sentBy(simulator, scene.channel)).toEqual([]);
});

test("a file that did not get through in five attempts can be sent again by a colleague", async () => {
  const scene = await makeScene(simulator);
  await control(simulator, "faults", { match: { path: mediaPath(scene) }, fault: "http:503", times: 5 });
  const upload = await bring(scene.agent, picture);
  const message = await sends(scene.agent, scene.customer, photo(upload.id));
  for (let attempts = 1; attempts < 5; attempts += 1) {
    await expect
      .poll(() => ownerQuery("select attempts, state from outbox where tenant_id = $1", [scene.tenantId]))
      .toEqual([{ attempts, state: "retry_wait" }]);
    await letTimePass(scene);
  }
  await until(scene.agent, message).toBe("failed");
  const { conversationId, id: messageId } = message;
  const again = await sendMessageAgain(scene.manager, { conversationId, messageId, clientId: newId() });
  await until(scene.manager, again).toBe("accepted");
  expect(again.media).toMatchObject([{ state: "stored", sizeBytes: picture.length }]);
});

test("an engine that dies while it uploads loses nothing and sends nothing twice", async () => {
  const scene = await makeScene(simulator);
  await holdBack(scene);
  const upload = await bring(scene.agent, picture);
  const message = await sends(scene.agent, scene.customer, photo(upload.id));
  // What it leaves: the message back in the queue for later, with a lease that nobody holds any more.
  await ownerQuery(
    `update outbox set attempts = 1, lease_token = uuidv7(), leased_until = now() - interval '1 minute',
       not_before = now() + interval '1 minute' where tenant_id = $1`,
    [scene.tenantId],
  );
  await ownerQuery("update messages set status = 'sending' where id = $1", [message.id]);
  await letTimePass(scene);
  await until(scene.agent, message).toBe("accepted");
  expect(await sentBy(simulator, scene.channel)).toHaveLength(1);
});

test("what a customer sent goes on to another as a file of ours, and stays when the first is erased", async () => {
  const scene = await makeScene(simulator);
  const { mediaId } = await makeStoredMedia(scene, picture, { declaredType: "image/jpeg" });
  const message = await sends(scene.owner, scene.customer, photo(mediaId));
  await until(scene.owner, message).toBe("accepted");
  const [row] = await ownerQuery<{ n: string }>(
    "select count(*) as n from uploads u join media m on m.upload_id = u.id where u.tenant_id = $1",
    [scene.tenantId],
  );
  expect(Number(row?.n)).toBe(1);
});

test.each<[string, (id: string) => Content, string]>([
  ["a photo as a film", (id) => ({ type: "video", video: { id } }), "media_kind_mismatch"],
  ["a photo as a voice note", (id) => ({ type: "audio", audio: { id, voice: true } }), "media_kind_mismatch"],
  ["an id of nothing", () => photo(newId()), "unknown_media"],
])("%s is refused before it waits in the queue", async (_, content, code) => {
  const scene = await makeScene(simulator);
  const upload = await bring(scene.agent, picture);
  await expect(sends(scene.agent, scene.customer, content(upload.id))).rejects.toMatchObject({ kind: "invalid", code });
  expect(await ownerQuery("select 1 from outbox where tenant_id = $1", [scene.tenantId])).toEqual([]);
});

test("a file of a colleague whom one does not see, or of another workspace, cannot be sent", async () => {
  const [scene, other] = [await makeScene(simulator), await makeScene(simulator)];
  const theirs = await bring(scene.agent2, picture);
  const foreign = await bring(other.agent, picture);
  for (const id of [theirs.id, foreign.id]) {
    await expect(sends(scene.agent, scene.customer, photo(id))).rejects.toMatchObject({ code: "unknown_media" });
  }
});
