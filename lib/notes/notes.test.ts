import { expect, test } from "vitest";
import { countConversations, listAudience, listConversations } from "@/lib/conversations";
import { ListConversations } from "@/lib/conversations/schemas";
import { newId } from "@/lib/ids";
import { listMessages } from "@/lib/messages";
import { eraseContact } from "@/lib/privacy";
import { makeConversation } from "@/test/conversations";
import { ownerQuery } from "@/test/database";
import { listTypes } from "@/test/events";
import { makeMember, makeTenant } from "@/test/factories";
import { deleteNote, editNote, listNotes, readMentions, restoreNote, writeNote } from "./index";
import { removeDeletedNotes } from "./queue/remove";

const page = { limit: 50 };
const mentionsView = ListConversations.input.parse({ view: "mentions" });

async function scene() {
  const tenant = await makeTenant({ channel: true });
  const [sales] = tenant.departments;
  const colleague = await makeMember(tenant, { role: "agent", departmentIds: [sales.id], name: "Amara" });
  const { id: conversationId, contactId } = await makeConversation(tenant, { departmentId: sales.id });
  return { ...tenant, colleague, conversationId, contactId };
}

test("a note stands beside the thread with its author, and is no message: nothing of it can be sent", async () => {
  const { agent, conversationId, tenantId } = await scene();
  const note = await writeNote(agent, { conversationId, body: "  Wants a refund  ", mentionIds: [] });
  expect(note).toMatchObject({ author: { kind: "member", id: agent.id, name: "agent" }, editedAt: null });
  expect((await listNotes(agent, { conversationId, ...page })).items).toEqual([note]);
  expect((await listMessages(agent, { conversationId, ...page })).items).toHaveLength(1);
  expect(await ownerQuery("select from outbox where tenant_id = $1", [tenantId])).toEqual([]);
  expect(await listTypes(tenantId, conversationId)).toEqual(["note.written"]);
});

test("a mention counts for the one who is called until they look, and lists the conversation", async () => {
  const { agent, colleague, conversationId } = await scene();
  const body = "@Amara can you open a trace?";
  const note = await writeNote(agent, { conversationId, body, mentionIds: [colleague.id] });
  expect(note.mentions).toEqual([{ id: colleague.id, name: "Amara" }]);
  expect(await countConversations(colleague)).toMatchObject({ mentions: 1 });
  expect(await countConversations(agent)).toMatchObject({ mentions: 0 });
  const before = await listConversations(colleague, mentionsView);
  expect(before.items).toMatchObject([{ id: conversationId, mention: { isUnread: true } }]);
  await readMentions(colleague, { conversationId });
  expect(await countConversations(colleague)).toMatchObject({ mentions: 0 });
  const after = await listConversations(colleague, mentionsView);
  expect(after.items).toMatchObject([{ id: conversationId, mention: { isUnread: false } }]);
  expect((await listConversations(agent, mentionsView)).items).toEqual([]);
});

test("mentions stand by when one was called last", async () => {
  const { agent, colleague, conversationId, ...tenant } = await scene();
  const later = await makeConversation(tenant, { departmentId: tenant.departments[0].id });
  const call = (id: string) => writeNote(agent, { conversationId: id, body: "@Amara", mentionIds: [colleague.id] });
  await call(later.id);
  await call(conversationId);
  const { items } = await listConversations(colleague, { ...mentionsView, limit: 1 });
  expect(items.map(({ id }) => id)).toEqual([conversationId]);
  const { nextCursor } = await listConversations(colleague, { ...mentionsView, limit: 1 });
  const next = await listConversations(colleague, { ...mentionsView, limit: 1, cursor: nextCursor ?? "" });
  expect(next).toMatchObject({ items: [{ id: later.id }], nextCursor: null });
});

test("only those who may see the conversation can be called, and they are the ones offered", async () => {
  const { agent, agent2, colleague, manager, conversationId } = await scene();
  const { items } = await listAudience(agent, { conversationId });
  const ids = items.map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining([agent.id, colleague.id, manager.id]));
  expect(ids).not.toContain(agent2.id);
  const called = writeNote(agent, { conversationId, body: "@agent2", mentionIds: [agent2.id] });
  await expect(called).rejects.toMatchObject({ code: "mention_cannot_see" });
});

test("who loses sight of a conversation finds it neither in the list of mentions nor in the count", async () => {
  const { agent, colleague, conversationId, departments } = await scene();
  await writeNote(agent, { conversationId, body: "@Amara", mentionIds: [colleague.id] });
  await ownerQuery("update conversations set department_id = $2 where id = $1", [conversationId, departments[1].id]);
  expect((await listConversations(colleague, mentionsView)).items).toEqual([]);
  expect(await countConversations(colleague)).toMatchObject({ mentions: 0 });
});

test("a note is changed by who wrote it and nobody else; who is called anew is told", async () => {
  const { agent, owner, colleague, manager, conversationId, tenantId } = await scene();
  const { id: noteId } = await writeNote(agent, { conversationId, body: "@Amara look", mentionIds: [colleague.id] });
  const edit = { conversationId, noteId, body: "@manager look", mentionIds: [manager.id] };
  await expect(editNote(owner, edit)).rejects.toMatchObject({ code: "not_your_note" });
  const edited = await editNote(agent, edit);
  expect(edited).toMatchObject({ body: "@manager look", mentions: [{ id: manager.id }] });
  expect(edited.editedAt).not.toBeNull();
  expect(await countConversations(colleague)).toMatchObject({ mentions: 0 });
  expect(await countConversations(manager)).toMatchObject({ mentions: 1 });
  const told = await ownerQuery("select member_id from events where tenant_id = $1 and type = 'note.mentioned'", [
    tenantId,
  ]);
  expect(told).toEqual([{ member_id: colleague.id }, { member_id: manager.id }]);
});

test("a deleted note is gone for everybody, can be brought back for an hour, and then is gone for good", async () => {
  const { agent, owner, colleague, conversationId } = await scene();
  const note = await writeNote(agent, { conversationId, body: "@Amara", mentionIds: [colleague.id] });
  const place = { conversationId, noteId: note.id };
  await expect(deleteNote(owner, place)).rejects.toMatchObject({ code: "not_your_note" });
  await deleteNote(agent, place);
  expect((await listNotes(owner, { conversationId, ...page })).items).toEqual([]);
  expect(await countConversations(colleague)).toMatchObject({ mentions: 0 });
  expect(await restoreNote(agent, place)).toEqual(note);
  await deleteNote(agent, place);
  await removeDeletedNotes();
  expect(await ownerQuery("select from notes where id = $1", [note.id])).toHaveLength(1);
  await ownerQuery("update notes set deleted_at = now() - interval '61 minutes' where id = $1", [note.id]);
  await expect(restoreNote(agent, place)).rejects.toMatchObject({ kind: "not_found" });
  await removeDeletedNotes();
  expect(await ownerQuery("select from notes where id = $1", [note.id])).toEqual([]);
});

test("a note that is sent twice on a weak line is there once", async () => {
  const { agent, conversationId } = await scene();
  const input = { conversationId, clientId: newId(), body: "Once", mentionIds: [] };
  const [one, other] = await Promise.all([writeNote(agent, input), writeNote(agent, input)]);
  expect(other).toEqual(one);
});

test("an erasure takes the notes about a person with it, deleted ones too", async () => {
  const { agent, admin, colleague, conversationId, contactId, tenantId } = await scene();
  const note = { conversationId, body: "Lives in Elm Street", mentionIds: [colleague.id] };
  await writeNote(agent, note);
  const { id: noteId } = await writeNote(agent, { ...note, clientId: newId() });
  await deleteNote(agent, { conversationId, noteId });
  const { rows } = await eraseContact(admin, { contactId });
  expect(rows).toMatchObject({ notes: 2, mentions: 2 });
  expect(await ownerQuery("select from notes where tenant_id = $1", [tenantId])).toEqual([]);
});
