import { beforeAll, describe, expect, test } from "vitest";
import { signBody } from "@/lib/whatsapp";
import { messagesBody, secondsAgo, textMessage } from "@/test/webhooks";
import { startEngine } from "./engine";
import { openHouse } from "./house";
import { post, untilIngested } from "./post";
import { makeScene, type Scene } from "./scene";

const house = await openHouse();

beforeAll(async () => {
  await startEngine(house);
});

const MIB = 1024 * 1024;
const phone = "15557654321";

type Json = Record<string, unknown>;
type Stored = { wamid: string; body: string; at: Date };

const bodyWith = (scene: Scene, ...messages: Json[]) => messagesBody(scene.channel, { messages });
const bytesOf = (body: Json) => Buffer.from(JSON.stringify(body));

/** What came in for a tenant, but for what its customers wrote when the scene was set. */
const receivedBy = ({ tenantId, customers }: Scene) =>
  house.query<Stored>(
    `select wamid, content #>> '{text,body}' as body, at from messages where tenant_id = $1 and direction = 'in' and wamid <> all($2) order by wamid`,
    [tenantId, customers.map(({ wamid }) => wamid)],
  );

async function logRows(): Promise<number> {
  const [row] = await house.query<{ count: number }>(
    "select coalesce(sum(cardinality(meta_app_ids)), 0)::int as count from webhook_log",
  );
  return row?.count ?? 0;
}

/** The state in which the newest row of the log ended, and why. */
async function lastOfLog() {
  await untilIngested(house);
  const [row] = await house.query<{ state: string; failure: string | null }>(
    "select state, failure from webhook_log order by id desc limit 1",
  );
  return row;
}

test("of 1,000 changes for five tenants in one POST 999 are applied where they belong, and the malformed one is set aside", async () => {
  const scenes: Scene[] = [];
  for (let n = 0; n < 5; n += 1) scenes.push(await makeScene(house));
  const signer = scenes[0]?.channel;
  if (!signer) throw new Error("There are five.");
  await house.query("update channels set meta_app_id = $1 where tenant_id = any($2)", [
    signer.app.id,
    scenes.map(({ tenantId }) => tenantId),
  ]);
  await house.query("update channel_directory set meta_app_id = $1 where tenant_id = any($2)", [
    signer.app.id,
    scenes.map(({ tenantId }) => tenantId),
  ]);
  const entry = Array.from({ length: 1_000 }, (_, n) => {
    const scene = scenes[n % 5] as Scene;
    const message = textMessage({ phone }, { id: `wamid.batch${n}`, body: `change ${n}` });
    return messagesBody(scene.channel, { messages: [n === 502 ? "malformed" : message] }).entry;
  }).flat();
  const before = performance.now();
  expect(await post(house, signer, bytesOf({ object: "whatsapp_business_account", entry }))).toBe(200);
  expect(performance.now() - before).toBeLessThan(5_000);
  await untilIngested(house);
  for (const [place, scene] of scenes.entries()) {
    const expected = Array.from({ length: 200 }, (_, n) => n * 5 + place).filter((n) => n !== 502);
    expect(await receivedBy(scene).then((rows) => rows.map(({ body }) => body).sort())).toEqual(
      expected.map((n) => `change ${n}`).sort(),
    );
  }
  const aside =
    "select tenant_id, kind, reason is not null as explained from webhook_items where outcome = 'set_aside'";
  expect(await house.query(aside)).toEqual([{ tenant_id: scenes[2]?.tenantId, kind: "malformed", explained: true }]);
});

test("a body of exactly 3 MiB is taken and applied, and one byte more is 413 and leaves nothing", async () => {
  const scene = await makeScene(house);
  const small = bytesOf(bodyWith(scene, textMessage({ phone }, { id: "wamid.large", body: "in a large body" })));
  const most = Buffer.concat([small, Buffer.alloc(3 * MIB - small.length, " ")]);
  const before = await logRows();
  expect(await post(house, scene.channel, Buffer.concat([most, Buffer.from(" ")]))).toBe(413);
  expect(await logRows()).toBe(before);
  expect(await post(house, scene.channel, most)).toBe(200);
  await untilIngested(house);
  expect(await receivedBy(scene)).toMatchObject([{ body: "in a large body" }]);
});

describe("a signature that is", () => {
  const other = Buffer.from("{}");
  const wrong: [string, (secret: string, bytes: Buffer) => string | null][] = [
    ["missing", () => null],
    ["empty", () => ""],
    ["wrong", (secret, bytes) => signBody(`${secret}x`, bytes)],
    ["over other bytes", (secret) => signBody(secret, other)],
    ["truncated", (secret, bytes) => signBody(secret, bytes).slice(0, -2)],
    ["too long", (secret, bytes) => `${signBody(secret, bytes)}00`],
    ["without its scheme", (secret, bytes) => signBody(secret, bytes).slice("sha256=".length)],
    ["of another scheme", (secret, bytes) => signBody(secret, bytes).replace("sha256", "sha1")],
    ["given twice", (secret, bytes) => `${signBody(secret, bytes)}, ${signBody(secret, bytes)}`],
  ];

  test.each(wrong)("%s is 401, and nothing is stored", async (_, sign) => {
    const { channel } = await makeScene(house);
    const bytes = bytesOf(messagesBody(channel, { messages: [textMessage({ phone })] }));
    const before = await logRows();
    expect(await post(house, channel, bytes, { signature: sign(channel.app.secret, bytes) })).toBe(401);
    expect(await logRows()).toBe(before);
  });

  test("another tenant's is 401 at this tenant's door, and at its own door changes nothing of this tenant's", async () => {
    const [scene, stranger] = [await makeScene(house), await makeScene(house)];
    const bytes = bytesOf(bodyWith(scene, textMessage({ phone })));
    const signature = signBody(stranger.channel.app.secret, bytes);
    expect(await post(house, scene.channel, bytes, { signature })).toBe(401);
    expect(await post(house, stranger.channel, bytes)).toBe(200);
    expect(await lastOfLog()).toMatchObject({ state: "done", failure: expect.stringContaining("another app") });
    expect([await receivedBy(scene), await receivedBy(stranger)]).toEqual([[], []]);
  });
});

describe("a body that cannot be read is acknowledged, kept with its reason, and holds nobody up:", () => {
  const unreadable: [string, (scene: Scene) => Buffer<ArrayBuffer>, RegExp][] = [
    ["empty", () => Buffer.alloc(0), /empty/],
    ["not JSON", () => Buffer.from('{"object":"whatsapp_business_account","entry":[{'), /not JSON/],
    ["nested 200,000 deep", () => Buffer.from("[".repeat(200_000) + "]".repeat(200_000)), /deeper/],
    [
      "nested 200,000 deep inside a message",
      (scene) => {
        const body = JSON.stringify(bodyWith(scene, { ...textMessage({ phone }), text: "HERE" }));
        return Buffer.from(body.replace('"HERE"', `${'{"a":'.repeat(200_000)}1${"}".repeat(200_000)}`));
      },
      /deeper/,
    ],
    ["UTF-16", () => Buffer.from("{}", "utf16le"), /not JSON/],
  ];

  test.each(unreadable)("%s", async (_, make, reason) => {
    const scene = await makeScene(house);
    expect(await post(house, scene.channel, make(scene))).toBe(200);
    expect(await lastOfLog()).toEqual({ state: "dead", failure: expect.stringMatching(reason) });
    expect(await post(house, scene.channel, bytesOf(bodyWith(scene, textMessage({ phone }, { body: "next" }))))).toBe(
      200,
    );
    await untilIngested(house);
    expect(await receivedBy(scene)).toMatchObject([{ body: "next" }]);
  });
});

describe("text that a database cannot hold as it is, or that plays tricks on the eye, is stored and not lost:", () => {
  test.each([
    ["a NUL", "a\\u0000b", "a\ufffdb"],
    ["a lone high surrogate", "a\\ud83db", "a\ufffdb"],
    ["a lone low surrogate", "a\\ude00b", "a\ufffdb"],
    ["right-to-left with an override", "\\u202eשלום\\u202c مرحبا", "\u202eשלום\u202c مرحبا"],
    ["zero-width", "a\\u200b\\u200d\\ufeffb", "a\u200b\u200d\ufeffb"],
  ])("%s", async (_, escaped, stored) => {
    const scene = await makeScene(house);
    const body = JSON.stringify(bodyWith(scene, textMessage({ phone }, { body: "HERE" }))).replace("HERE", escaped);
    expect(await post(house, scene.channel, body)).toBe(200);
    await untilIngested(house);
    expect(await receivedBy(scene)).toMatchObject([{ body: stored }]);
  });
});

describe("a message whose time is", () => {
  test.each(["0", "100000000000000", "-1", "NaN", ""])(
    "%j is stored with the time at which it came",
    async (timestamp) => {
      const scene = await makeScene(house);
      const before = Date.now();
      const [odd, plain] = [
        textMessage({ phone }, { timestamp }),
        textMessage({ phone }, { timestamp: secondsAgo(5) }),
      ];
      expect(await post(house, scene.channel, bytesOf(bodyWith(scene, odd, plain)))).toBe(200);
      await untilIngested(house);
      const rows = await receivedBy(scene);
      expect(rows.map(({ wamid }) => wamid)).toEqual([odd.id, plain.id].sort());
      const at = rows.find(({ wamid }) => wamid === odd.id)?.at.getTime() ?? 0;
      expect(at).toBeGreaterThanOrEqual(before - 1_000);
      expect(at).toBeLessThanOrEqual(Date.now() + 1_000);
    },
  );
});
