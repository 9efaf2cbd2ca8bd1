import { expect, test } from "vitest";
import { recordConsent } from "@/lib/consent";
import { editContact, mergeContacts } from "@/lib/contacts";
import { resolveConversation } from "@/lib/conversations";
import { writeNote } from "@/lib/notes";
import { makeConversation } from "@/test/conversations";
import { ownerQuery } from "@/test/database";
import { makeTenant } from "@/test/factories";
import { listContactLinks, listContactMedia, listContactNotes, listContactTimeline } from "./index";
import { linksIn } from "./links-in";

const page = { limit: 50 };

/** A contact with a thread that `agent` sees, and one of another department that they do not. */
async function makeTwoThreads() {
  const tenant = await makeTenant({ channel: true });
  const [sales, support] = tenant.departments;
  const seen = await makeConversation(tenant, { departmentId: sales.id, text: "See https://seen.example/a." });
  const text = "And HTTPS://hidden.example";
  const hidden = await makeConversation(tenant, { departmentId: support.id, text, state: "resolved" });
  for (const table of ["messages", "conversations"]) {
    await ownerQuery(`update ${table} set contact_id = $2 where contact_id = $1`, [hidden.contactId, seen.contactId]);
  }
  return { tenant, seen, hidden, contactId: seen.contactId };
}

test("the timeline tells what happened to the contact and in each conversation, the newest first", async () => {
  const { tenant, seen, contactId } = await makeTwoThreads();
  await recordConsent(tenant.agent, { contactId, purpose: "marketing", source: "email", evidence: "Mail" });
  await editContact(tenant.agent, { contactId, name: "Ada" });
  await resolveConversation(tenant.agent, { conversationId: seen.id });
  const other = await makeConversation(tenant);
  await mergeContacts(tenant.manager, { contactId, otherId: other.contactId });
  const { items } = await listContactTimeline(tenant.owner, { contactId, ...page });
  expect(items.filter(({ type }) => type !== "conversation.opened").map(({ type }) => type)).toEqual([
    "contact.merged",
    "conversation.resolved",
    "contact.changed",
    "consent.changed",
  ]);
  expect(items.find(({ type }) => type === "contact.changed")?.actor).toMatchObject({ name: "agent" });
});

test("what happened, was sent or was linked in a conversation that is hidden from the asker is not told", async () => {
  const { tenant, seen, hidden, contactId } = await makeTwoThreads();
  const threads = async (actor: typeof tenant.agent) =>
    new Set((await listContactTimeline(actor, { contactId, ...page })).items.map((each) => each.conversationId));
  expect(await threads(tenant.agent)).toEqual(new Set([seen.id]));
  expect(await threads(tenant.owner)).toEqual(new Set([seen.id, hidden.id]));
  const urls = async (actor: typeof tenant.agent) =>
    (await listContactLinks(actor, { contactId, ...page })).items.map(({ url }) => url);
  expect(await urls(tenant.agent)).toEqual(["https://seen.example/a"]);
  expect((await urls(tenant.owner)).sort()).toEqual(["HTTPS://hidden.example", "https://seen.example/a"]);
  for (const { id, messageId } of [seen, hidden]) {
    await ownerQuery(
      `insert into media (tenant_id, message_id, contact_id, channel_id, meta_media_id, state, filename)
       values ($1, $2, $3, $4, $5, 'stored', 'a.pdf')`,
      [tenant.tenantId, messageId, contactId, tenant.channel.id, id],
    );
  }
  const media = await listContactMedia(tenant.agent, { contactId, ...page });
  expect(media.items).toMatchObject([{ conversationId: seen.id, filename: "a.pdf" }]);
  expect((await listContactMedia(tenant.owner, { contactId, ...page })).items).toHaveLength(2);
});

test("notes of all the contact's conversations that the asker sees are read, the newest first, in pages", async () => {
  const { tenant, seen, hidden, contactId } = await makeTwoThreads();
  for (const [conversationId, body] of [
    [seen.id, "First"],
    [hidden.id, "Secret"],
    [seen.id, "Last"],
  ] as const)
    await writeNote(tenant.owner, { conversationId, body, mentionIds: [] });
  const bodies = async (actor: typeof tenant.agent) =>
    (await listContactNotes(actor, { contactId, ...page })).items.map(({ body }) => body);
  expect(await bodies(tenant.agent)).toEqual(["Last", "First"]);
  expect(await bodies(tenant.owner)).toEqual(["Last", "Secret", "First"]);
  const first = await listContactNotes(tenant.owner, { contactId, limit: 2 });
  const second = await listContactNotes(tenant.owner, { contactId, limit: 2, cursor: first.nextCursor ?? "" });
  expect(second.items.map(({ body }) => body)).toEqual(["First"]);
  const key = { ...tenant.owner, kind: "api_key" as const, scopes: ["contacts.read" as const] };
  expect(await bodies(key as unknown as typeof tenant.agent), "a key that may not read conversations").toEqual([]);
});

test("pages of the timeline follow without a gap or a repeat", async () => {
  const { tenant, contactId } = await makeTwoThreads();
  for (const name of ["A", "B", "C"]) await editContact(tenant.agent, { contactId, name });
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const { items, nextCursor } = await listContactTimeline(tenant.owner, { contactId, limit: 2, cursor });
    seen.push(...items.map(({ id }) => id));
    cursor = nextCursor ?? undefined;
  } while (cursor);
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toHaveLength(5);
});

test("another workspace's contact has no history", async () => {
  const [{ contactId }, stranger] = [await makeTwoThreads(), await makeTenant()];
  for (const list of [listContactTimeline, listContactMedia, listContactLinks, listContactNotes]) {
    await expect(list(stranger.owner, { contactId, ...page })).rejects.toMatchObject({ code: "contact_not_found" });
  }
});

test.each([
  ["Go to (https://a.example/x?y=1#z).", ["https://a.example/x?y=1#z"]],
  ["https://a.example https://a.example", ["https://a.example"]],
  ["javascript:alert(1) ftp://a.example http://", []],
  ['<a href="http://b.example">', ["http://b.example"]],
])("in %j the links are %j", (text, links) => {
  expect(linksIn(text)).toEqual(links);
});
