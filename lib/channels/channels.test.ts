import { afterAll, describe, expect, test } from "vitest";
import { newId } from "@/lib/ids";
import { ownerQuery } from "@/test/database";
import { makeTenant } from "@/test/factories";
import { control, makeScene, registerChannel, startMeta } from "@/test/sending";
import { checkChannel, createChannel, disconnectChannel, listChannels, replaceChannelToken } from "./index";

const simulator = await startMeta();

afterAll(() => simulator.close());

const digits = () => String(crypto.getRandomValues(new Uint32Array(1))[0]).padStart(10, "7");

/** A number that exists at Meta and is connected nowhere. */
async function makeNumberAtMeta(more: { wabaId?: string; app?: { appId: string; secret: string } } = {}) {
  const app = more.app ?? { appId: digits(), secret: `secret-${newId()}` };
  const values = {
    name: "Support",
    appId: app.appId,
    appSecret: app.secret,
    phoneNumberId: digits(),
    wabaId: more.wabaId ?? digits(),
    token: `EAAG${newId()}`,
  };
  await control(simulator, "channels", {
    phoneNumberId: values.phoneNumberId,
    wabaId: values.wabaId,
    displayPhoneNumber: "+1 555 078 3881",
    verifiedName: "Sample Co",
    token: values.token,
    appId: values.appId,
    appSecret: values.appSecret,
  });
  return values;
}

const states = (checks: { name: string; state: string }[]) =>
  Object.fromEntries(checks.map(({ name, state }) => [name, state]));

const tenant = await makeTenant();
const check = async (changed: object = {}) => {
  const values = await makeNumberAtMeta();
  return (await checkChannel(tenant.owner, { ...values, ...changed })).checks;
};

describe("the check names the value that is wrong", () => {
  test("all four pass when Meta confirms every value", async () => {
    expect(states(await check())).toEqual({ app: "passed", token: "passed", number: "passed", subscription: "passed" });
  });

  test("a wrong app secret", async () => {
    const checks = await check({ appSecret: "not-the-secret" });
    expect(states(checks)).toEqual({ app: "failed", token: "skipped", number: "skipped", subscription: "skipped" });
    expect(checks[0]).toMatchObject({ code: "app_refused", nextStep: expect.stringMatching(/basic settings/) });
  });

  test("a token that does not exist", async () => {
    expect(states(await check({ token: "EAAGnobody-knows-it" }))).toMatchObject({ app: "passed", token: "failed" });
  });

  test("a token of another app", async () => {
    const { token } = await makeNumberAtMeta();
    const checks = await check({ token });
    expect(states(checks)).toMatchObject({ app: "passed", token: "failed" });
    expect(checks[1]?.message).toMatch(/another app/);
  });

  test("an account that the token may not use", async () => {
    const checks = await check({ wabaId: "123456789" });
    expect(states(checks)).toMatchObject({ app: "passed", token: "failed" });
    expect(checks[1]?.message).toMatch(/account/);
  });

  test("a number of another account", async () => {
    expect(states(await check({ phoneNumberId: "987654321" }))).toMatchObject({ token: "passed", number: "failed" });
  });
});

test("a check that failed connects nothing", async () => {
  const values = await makeNumberAtMeta();
  const wrong = createChannel(tenant.owner, { ...values, phoneNumberId: "987654321" });
  await expect(wrong).rejects.toMatchObject({ kind: "invalid", code: "channel_check_failed" });
  expect(await ownerQuery("select from channel_directory where waba_id = $1", [values.wabaId])).toEqual([]);
});

test("a number is connected with its app, and its secrets are sealed", async () => {
  const mine = await makeTenant();
  const values = await makeNumberAtMeta();
  const { channel, verifyToken } = await createChannel(mine.owner, values);
  expect(channel).toMatchObject({
    name: "Support",
    state: "active",
    phoneNumberId: values.phoneNumberId,
    stopped: null,
  });
  expect(channel.webhookPath).toMatch(/^\/api\/whatsapp\/webhook\/[\w-]{12,}$/);
  expect(verifyToken.length).toBeGreaterThan(20);
  const { items } = await listChannels(mine.agent, { limit: 10 });
  expect(items).toEqual([channel]);
  const [stored] = await ownerQuery<{ all: string }>(
    "select row_to_json(c)::text || row_to_json(a)::text as all from channels c join meta_apps a on a.id = c.meta_app_id where c.id = $1",
    [channel.id],
  );
  for (const secret of [values.token, values.appSecret, verifyToken]) {
    expect(stored?.all).not.toContain(secret);
    expect(stored?.all).not.toContain(Buffer.from(secret).toString("hex"));
  }
  const acts = await ownerQuery("select action, target from audit where tenant_id = $1", [mine.tenantId]);
  expect(acts).toEqual([{ action: "channel.connected", target: `channel:${channel.id}` }]);
});

test("a second number of the same app shares its webhook URL and, in one account, its portfolio", async () => {
  const mine = await makeTenant();
  const values = await makeNumberAtMeta();
  const app = { appId: values.appId, secret: values.appSecret };
  const first = await createChannel(mine.owner, values);
  const second = await createChannel(mine.owner, await makeNumberAtMeta({ app, wabaId: values.wabaId }));
  expect(second.channel.webhookPath).toBe(first.channel.webhookPath);
  expect(second.verifyToken).toBe(first.verifyToken);
  const portfolios = await ownerQuery("select distinct portfolio_id from channels where tenant_id = $1", [
    mine.tenantId,
  ]);
  expect(portfolios).toHaveLength(1);
});

test("a number belongs to one workspace, and the refusal does not say which", async () => {
  const [mine, theirs] = [await makeTenant({ name: "Rival Ltd" }), await makeTenant()];
  const values = await makeNumberAtMeta();
  await createChannel(mine.owner, values);
  const second = await createChannel(theirs.owner, values).catch((error) => error);
  expect(second).toMatchObject({ kind: "conflict", code: "number_taken" });
  expect(JSON.stringify([second.message, second.details, second.nextStep])).not.toMatch(/Rival|[0-9a-f]{8}-/);
  expect((await listChannels(theirs.owner, { limit: 10 })).items).toEqual([]);
});

test("of two workspaces that connect a number at once one wins", async () => {
  const [one, other] = [await makeTenant(), await makeTenant()];
  const values = await makeNumberAtMeta();
  const results = await Promise.allSettled([createChannel(one.owner, values), createChannel(other.owner, values)]);
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("a disconnected number has no token, sends no more, and comes back as the same channel", async () => {
  const mine = await makeTenant();
  const values = await makeNumberAtMeta();
  const { channel } = await createChannel(mine.owner, values);
  expect(await disconnectChannel(mine.owner, { channelId: channel.id })).toMatchObject({ state: "disconnected" });
  expect(await ownerQuery("select token_sealed from channels where id = $1", [channel.id])).toEqual([
    { token_sealed: null },
  ]);
  expect(await ownerQuery("select from channel_directory where channel_id = $1", [channel.id])).toEqual([]);
  const subscribed = await fetch(`${simulator.url}/v25.0/${values.wabaId}/subscribed_apps`, {
    headers: { authorization: `Bearer ${values.token}` },
  });
  expect(await subscribed.json()).toEqual({ data: [] });
  const again = await createChannel(mine.owner, values);
  expect(again.channel).toMatchObject({ id: channel.id, state: "active" });
});

test("a token of somebody else's number is not taken as a replacement", async () => {
  const mine = await makeTenant();
  const { channel } = await createChannel(mine.owner, await makeNumberAtMeta());
  const { token } = await makeNumberAtMeta();
  const replaced = replaceChannelToken(mine.owner, { channelId: channel.id, token });
  await expect(replaced).rejects.toMatchObject({ code: "channel_check_failed" });
});

test("a stopped number says why and what to do", async () => {
  const scene = await makeScene(simulator);
  await ownerQuery("update channels set state = 'stopped', stopped_code = 190, stopped_at = now() where id = $1", [
    scene.channel.id,
  ]);
  const { items } = await listChannels(scene.agent, { limit: 10 });
  expect(items[0]?.stopped).toMatchObject({ code: 190, title: expect.stringMatching(/token/) });
});

test("an agent may look at numbers and not change them; another tenant's does not exist", async () => {
  const scene = await makeScene(simulator);
  await registerChannel(simulator, scene.channel);
  const channelId = scene.channel.id;
  const stranger = await makeTenant();
  await expect(disconnectChannel(scene.agent, { channelId })).rejects.toMatchObject({ kind: "forbidden" });
  await expect(disconnectChannel(stranger.owner, { channelId })).rejects.toMatchObject({ kind: "not_found" });
  const replaced = replaceChannelToken(stranger.owner, { channelId, token: scene.channel.token });
  await expect(replaced).rejects.toMatchObject({ kind: "not_found" });
  expect((await listChannels(stranger.owner, { limit: 10 })).items).toEqual([]);
});
