import { afterAll, expect, test } from "vitest";
import { blockContact, listContacts, mergeContacts, readContact, unblockContact } from "@/lib/contacts";
import { makeConversation } from "@/test/conversations";
import { ownerQuery } from "@/test/database";
import { makeTenant } from "@/test/factories";
import { control, makeCustomer, makeScene, type Scene, startMeta } from "@/test/sending";

const simulator = await startMeta();
afterAll(() => simulator.close());

/** A scene whose customer has written at Meta too. */
async function makeWritten({ hoursAgo = 0 } = {}): Promise<Scene> {
  const scene = await makeScene(simulator);
  await write(scene, scene.customer.phone, hoursAgo);
  return scene;
}

function write({ channel }: Scene, from: string, hoursAgo = 0) {
  const timestamp = Math.floor(Date.now() / 1_000) - hoursAgo * 3_600;
  const message = { type: "text", text: { body: "Hello" } };
  return control(simulator, "messages", { from, to: channel.phoneNumberId, timestamp, message });
}

async function blockListOf({ channel }: Scene): Promise<string[]> {
  const response = await fetch(`${simulator.url}/v25.0/${channel.phoneNumberId}/block_users`, {
    headers: { authorization: `Bearer ${channel.token}` },
  });
  const { data } = (await response.json()) as { data: { wa_id: string }[] };
  return data.map(({ wa_id }) => wa_id);
}

const eventsOf = ({ tenantId }: Scene) =>
  ownerQuery<{ type: string }>("select type from events where tenant_id = $1 and type like 'contact.%' order by seq", [
    tenantId,
  ]).then((rows) => rows.map(({ type }) => type));

test("who is blocked stands on Meta's list and in ours, and is off both when unblocked", async () => {
  const scene = await makeWritten();
  const { contactId, phone } = scene.customer;
  const blocked = await blockContact(scene.agent, { contactId });
  expect(blocked).toMatchObject({ blockedAt: expect.any(String), blockedOn: [{ id: scene.channel.id }] });
  expect(await blockListOf(scene)).toEqual([phone]);
  const { items } = await listContacts(scene.agent, { limit: 10, blocked: "true" });
  expect(items.map(({ id }) => id)).toEqual([contactId]);
  const free = await unblockContact(scene.agent, { contactId });
  expect(free).toMatchObject({ blockedAt: null, blockedOn: [] });
  expect(await blockListOf(scene)).toEqual([]);
  expect(await eventsOf(scene)).toEqual(["contact.blocked", "contact.unblocked"]);
});

test("blocking twice, also at once, is blocking once", async () => {
  const scene = await makeWritten();
  const block = () => blockContact(scene.agent, { contactId: scene.customer.contactId });
  await Promise.all([block(), block()]);
  await block();
  expect(await eventsOf(scene)).toEqual(["contact.blocked"]);
});

test("who wrote longer than a day ago cannot be blocked, and the refusal says what to do", async () => {
  const scene = await makeWritten({ hoursAgo: 30 });
  const block = blockContact(scene.agent, { contactId: scene.customer.contactId });
  await expect(block).rejects.toMatchObject({
    kind: "refused",
    code: "meta_139101",
    nextStep: "Block the person after their next message.",
  });
  expect((await readContact(scene.agent, scene.customer)).blockedAt).toBeNull();
});

test("who never wrote is refused without asking Meta", async () => {
  const tenant = await makeTenant({ channel: true });
  const { contactId } = await makeConversation(tenant, { windowOpenedAt: null });
  await expect(blockContact(tenant.agent, { contactId })).rejects.toMatchObject({ code: "contact_never_wrote" });
});

test.each([
  ["a dead token", "error:190", "refused", "meta_190"],
  ["a full list", "error:139102", "refused", "meta_139102"],
  ["a connection that breaks", "reset", "unavailable", "whatsapp_unreachable"],
])("%s is told with its reason, and nobody is blocked", async (_name, fault, kind, told) => {
  const scene = await makeWritten();
  const match = { path: `${scene.channel.phoneNumberId}/block_users` };
  await control(simulator, "faults", { match, times: 1, fault });
  const block = blockContact(scene.agent, { contactId: scene.customer.contactId });
  await expect(block).rejects.toMatchObject({ kind, code: told });
  expect((await readContact(scene.agent, scene.customer)).blockedAt).toBeNull();
});

test("a merged contact is blocked at every number of theirs", async () => {
  const scene = await makeWritten();
  const other = await makeCustomer(scene, scene.channel);
  await write(scene, other.phone);
  await mergeContacts(scene.manager, { contactId: scene.customer.contactId, otherId: other.contactId });
  await blockContact(scene.agent, { contactId: scene.customer.contactId });
  expect((await blockListOf(scene)).sort()).toEqual([scene.customer.phone, other.phone].sort());
});

test("another workspace's contact is not found", async () => {
  const [scene, stranger] = [await makeWritten(), await makeTenant()];
  const { contactId } = scene.customer;
  await expect(blockContact(stranger.owner, { contactId })).rejects.toMatchObject({ code: "contact_not_found" });
  await expect(unblockContact(stranger.owner, { contactId })).rejects.toMatchObject({ code: "contact_not_found" });
});
