import { expect, test } from "vitest";
import { withTenant } from "@/db/tenant";
import { visibilities } from "@/lib/auth/types";
import { labelConversation, maySee } from "@/lib/conversations";
import { newId } from "@/lib/ids";
import { createLabel } from "@/lib/labels";
import { deleteNote, writeNote } from "@/lib/notes";
import { eraseContact } from "@/lib/privacy";
import { makeConversation } from "@/test/conversations";
import { ownerQuery } from "@/test/database";
import { makeMember, makeTenant, type TestTenant } from "@/test/factories";
import { searchWorkspace } from "./index";
import { Search } from "./schemas";

const asked = (q: string, rest: Record<string, unknown> = {}) => Search.input.parse({ q, ...rest });
const makeOffice = () => makeTenant({ channel: true });

async function messagesFound(actor: TestTenant["owner"], q: string): Promise<string[]> {
  const { messages } = await searchWorkspace(actor, asked(q));
  return messages.items.map(({ id }) => id);
}

const texts: [string, string, string[]][] = [
  ["the words in any order and case", "Where is my Parcel today", ["parcel WHERE", "today"]],
  ["the beginning of a word", "The invoices are wrong", ["invo", "inv wro"]],
  ["without accents, either way", "Crème brûlée à Łódź, straße", ["creme lodz", "BRÛLÉE", "strasse"]],
  [
    "what stands beside signs",
    "see https://shop.test/orders?id=42, e-mail: ana@shop.test",
    ["orders", "shop", "ana", "42"],
  ],
  ["Arabic without its points", "مَرْحَبًا بالعالم أحمد ١٢٣", ["مرحبا", "احمد", "123"]],
  ["Hebrew with and without points", "שָׁלוֹם עולם", ["שלום", "שָׁלוֹם"]],
  ["Chinese and Japanese inside a sentence", "配達はいつですか。東京都庁まで", ["いつ", "東京", "京都", "庁", "配達"]],
  ["Korean by the beginning", "안녕하세요 주문이", ["안녕", "주문"]],
  ["Thai, which has no spaces", "สวัสดีครับ", ["สวัสดี", "ครับ"]],
  ["Hindi", "नमस्ते दुनिया", ["नमस्ते", "दुनिया"]],
  ["Russian", "Где моя посылка, Артём?", ["посылк", "артем"]],
  ["a number in another notation", "Call me at +44 7700 900-123", ["07700900123", "+447700900123", "7700 900123"]],
  ["what has no width between the letters", "pa\u200brcel", ["parcel"]],
];

test.each(texts)("finds %s", async (_, text, queries) => {
  const tenant = await makeOffice();
  const { messageId } = await makeConversation(tenant, { text });
  await makeConversation(tenant, { text: "Nothing of the kind, 我们" });
  for (const query of queries) expect([query, await messagesFound(tenant.owner, query)]).toEqual([query, [messageId]]);
  expect(await messagesFound(tenant.owner, "zebra")).toEqual([]);
});

test("words between quotation marks are found as they are, not as beginnings", async () => {
  const tenant = await makeOffice();
  const { messageId } = await makeConversation(tenant, { text: "my order" });
  await makeConversation(tenant, { text: "my orders" });
  expect(await messagesFound(tenant.owner, '"order"')).toEqual([messageId]);
});

test("a word of 65,000 letters is stored, and found by its beginning", async () => {
  const tenant = await makeOffice();
  const { messageId } = await makeConversation(tenant, { text: `${"long".repeat(16_250)} end` });
  expect(await messagesFound(tenant.owner, "longlong end")).toEqual([messageId]);
});

test("what people type by accident finds nothing and breaks nothing", async () => {
  const tenant = await makeOffice();
  await makeConversation(tenant);
  for (const q of [
    "'",
    "\\",
    "!",
    "a & b | c:*",
    "👍",
    "')::tsquery--",
    '"',
    "a'b",
    "\u0000",
    "%",
    "from:",
    "(",
    "x".repeat(300),
  ]) {
    await expect(searchWorkspace(tenant.owner, asked(q)), q).resolves.toBeDefined();
  }
  expect(await messagesFound(tenant.owner, "👍")).toEqual([]);
});

test("a contact is found by name, username, and any part of the number in any notation", async () => {
  const tenant = await makeOffice();
  const { contactId, phone } = await makeConversation(tenant);
  await ownerQuery("update contacts set name = 'Zoë Müller', username = 'zoe.m' where id = $1", [contactId]);
  const local = phone.slice(1);
  for (const q of [
    "zoe",
    "müll zoe",
    "zoe.m",
    phone,
    `+${phone}`,
    `0${local}`,
    local.slice(3),
    `(${local.slice(0, 3)}) ${local.slice(3, 6)}-${local.slice(6)}`,
  ]) {
    const { contacts } = await searchWorkspace(tenant.owner, asked(q));
    expect([q, contacts.items.map(({ id }) => id)]).toEqual([q, [contactId]]);
  }
});

test("operators narrow what is found", async () => {
  const tenant = await makeOffice();
  const [sales, support] = tenant.departments;
  const { id: labelId } = await createLabel(tenant.owner, { name: "Big fish", colour: "red" });
  const mine = await makeConversation(tenant, {
    assigneeId: tenant.agent.id,
    departmentId: sales.id,
    text: "parcel one https://a.test",
  });
  const old = await makeConversation(tenant, {
    state: "resolved",
    departmentId: support.id,
    text: "parcel two",
    lastActivityAt: new Date("2026-03-05T12:00:00Z"),
  });
  await labelConversation(tenant.owner, { conversationId: old.id, add: [labelId], remove: [] });
  await ownerQuery("update messages set type = 'image' where id = $1", [old.messageId]);
  await ownerQuery("update contacts set name = 'Ana Ruiz' where id = $1", [old.contactId]);
  const found = async (q: string) =>
    (await messagesFound(tenant.owner, q)).map((id) =>
      id === mine.messageId ? "mine" : id === old.messageId ? "old" : id,
    );
  for (const [q, expected] of [
    ["parcel assignee:none", ["old"]],
    [`parcel assignee:"${tenant.agent.name}"`, ["mine"]],
    ["parcel in:resolved", ["old"]],
    [`parcel in:${support.name}`, ["old"]],
    ['parcel label:"big FISH"', ["old"]],
    ["label:big", ["old"]],
    ["has:image", ["old"]],
    ["parcel has:link", ["mine"]],
    ["parcel before:2026-03-06", ["old"]],
    ["parcel before:2026-03-05", []],
    ["parcel after:2026-03-06", ["mine"]],
    ["parcel after:2026-03-05 before:2026-04", ["old"]],
    ["from:ana", ["old"]],
    ["parcel from:ruiz", ["old"]],
    ["parcel from:customer", ["mine", "old"]],
    ["parcel from:us", []],
  ] as const) {
    expect([q, (await found(q)).toSorted()]).toEqual([q, [...expected].toSorted()]);
  }
});

test("an operator that names nothing here is said to, and nothing is found", async () => {
  const tenant = await makeOffice();
  await makeConversation(tenant, { text: "parcel" });
  const answer = await searchWorkspace(tenant.owner, asked("parcel label:gold before:soon"));
  expect(answer.notUnderstood).toEqual([
    { operator: "label", value: "gold" },
    { operator: "before", value: "soon" },
  ]);
  expect(answer.messages.items).toEqual([]);
});

test("pages follow one another, the newest first, without a gap or a repeat, across all spans of time", async () => {
  const tenant = await makeOffice();
  const { id, contactId, messageId } = await makeConversation(tenant, { text: "parcel" });
  const hours = [0.1, 0.5, 2, 9, 30, 100, 500, 3_000, 20_000, 100_000];
  await ownerQuery(
    `insert into messages (tenant_id, id, conversation_id, contact_id, channel_id, direction, author, type, content, preview, status, at)
     select $1, uuidv7(-hours * interval '1 hour'), $2, $3, $4, 'in', 'contact', 'text', '{}', 'parcel', 'received', now()
     from unnest($5::float[]) hours`,
    [tenant.tenantId, id, contactId, tenant.channel.id, hours],
  );
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const { messages } = await searchWorkspace(tenant.owner, asked("parcel", { kind: "messages", limit: 3, cursor }));
    seen.push(...messages.items.map((each) => each.id));
    cursor = messages.nextCursor ?? undefined;
  } while (cursor);
  expect(seen[0]).toBe(messageId);
  expect(seen).toEqual([...new Set(seen)].toSorted().reverse());
  expect(seen).toHaveLength(hours.length + 1);
});

test("a word of thousands of messages of long ago is found from the newest of them back", async () => {
  const tenant = await makeOffice();
  const { id, contactId } = await makeConversation(tenant, { text: "hello" });
  const made = await ownerQuery<{ id: string }>(
    `insert into messages (tenant_id, id, conversation_id, contact_id, channel_id, direction, author, type, content, preview, status, at)
     select $1, uuidv7(-n * interval '1 hour'), $2, $3, $4, 'in', 'contact', 'text', '{}', 'parcel', 'received', now()
     from generate_series(20, 2100) n returning id`,
    [tenant.tenantId, id, contactId, tenant.channel.id],
  );
  const newest = made
    .map((each) => each.id)
    .toSorted()
    .reverse();
  const page = { kind: "messages", limit: 50 };
  const first = await searchWorkspace(tenant.owner, asked("parcel", page));
  const second = await searchWorkspace(
    tenant.owner,
    asked("parcel", { ...page, cursor: first.messages.nextCursor ?? undefined }),
  );
  const shown = [...first.messages.items, ...second.messages.items].map((each) => each.id);
  expect(shown).toEqual(newest.slice(0, 100));
});

test("search shows of messages, notes and contacts just what the visibility rule shows, in every cell", async () => {
  const tenant = await makeOffice();
  const [own, other] = tenant.departments;
  const me = tenant.agent;
  const colleague = await makeMember(tenant, { role: "agent", departmentIds: [own.id] });
  const made: {
    messageId: string;
    noteId: string;
    contactId: string;
    departmentId: string | null;
    assigneeId: string | null;
    state: "open" | "queued" | "snoozed" | "resolved";
  }[] = [];
  for (const departmentId of [own.id, other.id, null]) {
    for (const assigneeId of [me.id, colleague.id, null]) {
      for (const state of [assigneeId ? "open" : "queued", "snoozed", "resolved"] as const) {
        const place = { departmentId, assigneeId, state };
        const { id, messageId, contactId } = await makeConversation(tenant, { ...place, text: "sapphire" });
        const note = await writeNote(tenant.owner, { conversationId: id, body: "sapphire", mentionIds: [] });
        made.push({ messageId, noteId: note.id, contactId, ...place });
      }
    }
  }
  for (const visibility of visibilities) {
    const asker = { ...me, visibility };
    const seen = made.filter((each) => maySee(asker, each));
    const { messages, notes } = await searchWorkspace(asker, asked("sapphire", { limit: 50 }));
    const { contacts } = await searchWorkspace(asker, asked("casey", { limit: 50, kind: "contacts" }));
    const ids = (items: { id: string }[]) => items.map(({ id }) => id).toSorted();
    expect(ids(messages.items), visibility).toEqual(seen.map(({ messageId }) => messageId).toSorted());
    expect(ids(notes.items), visibility).toEqual(seen.map(({ noteId }) => noteId).toSorted());
    expect(ids(contacts.items), visibility).toEqual(seen.map(({ contactId }) => contactId).toSorted());
    const inDefiner = await withTenant(asker, (tx) =>
      tx.$client.query("select id from search_messages(search_query('sapphire', false), $1, '{}', null, 50) id", [
        JSON.stringify({ visibility, memberId: me.id, departmentIds: me.departmentIds }),
      ]),
    );
    expect(inDefiner.rows.length, "the same rule inside the definer function").toBe(seen.length);
  }
});

test("nobody finds anything of another workspace, whatever they tell the function", async () => {
  const [tenant, stranger] = [await makeOffice(), await makeOffice()];
  await makeConversation(tenant, { text: "sapphire" });
  expect(await messagesFound(stranger.owner, "sapphire")).toEqual([]);
  const all = JSON.stringify({ visibility: "all", memberId: tenant.owner.id, departmentIds: [] });
  const { rows } = await withTenant(stranger.owner, (tx) =>
    tx.$client.query("select id from search_messages(search_query('sapphire', false), $1, '{}', null, 50) id", [all]),
  );
  expect(rows).toEqual([]);
});

test("an erased contact, a deleted note, and what has not been sent yet are not found", async () => {
  const tenant = await makeOffice();
  const { id: conversationId, contactId, messageId } = await makeConversation(tenant, { text: "sapphire" });
  const note = await writeNote(tenant.agent, { conversationId, body: "emerald", mentionIds: [] });
  const found = async (q: string) => {
    const { messages, notes, contacts } = await searchWorkspace(tenant.owner, asked(q));
    return [...messages.items, ...notes.items, ...contacts.items].length;
  };
  expect([await found("sapphire"), await found("emerald"), await found("casey")]).toEqual([1, 1, 1]);
  await deleteNote(tenant.agent, { conversationId, noteId: note.id });
  expect(await found("emerald")).toBe(0);
  await ownerQuery("update messages set status = 'scheduled' where id = $1", [messageId]);
  expect(await found("sapphire")).toBe(0);
  await ownerQuery("update messages set status = 'received' where id = $1", [messageId]);
  await eraseContact(tenant.owner, { contactId });
  expect([await found("sapphire"), await found("casey")]).toEqual([0, 0]);
});

test("a cursor that is not ours is refused in words", async () => {
  const tenant = await makeOffice();
  await expect(searchWorkspace(tenant.owner, asked("x", { cursor: newId() }))).rejects.toMatchObject({
    code: "invalid_cursor",
  });
});
