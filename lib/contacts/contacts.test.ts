import { expect, test } from "vitest";
import { makeConversation } from "@/test/conversations";
import { makeTenant } from "@/test/factories";
import { editContact, listContacts, readContact } from "./index";

test("a contact is called by the name an agent gave, until that is taken back", async () => {
  const tenant = await makeTenant({ channel: true });
  const { contactId, phone } = await makeConversation(tenant);
  const edit = (name: string | null) => editContact(tenant.agent, { contactId, name });
  expect(await edit("Casey Brook")).toMatchObject({ name: "Casey Brook", profileName: "Casey", phone });
  expect(await edit(null)).toMatchObject({ name: "Casey", givenName: null });
});

test("contacts are listed newest first, and pages follow without a gap or a repeat", async () => {
  const tenant = await makeTenant({ channel: true });
  const made = new Set<string>();
  for (let at = 0; at < 5; at += 1) made.add((await makeConversation(tenant)).contactId);
  const first = await listContacts(tenant.agent, { limit: 3 });
  const second = await listContacts(tenant.agent, { limit: 3, cursor: first.nextCursor ?? undefined });
  const seen = [...first.items, ...second.items].map(({ id }) => id);
  expect(new Set(seen)).toEqual(made);
  expect(seen).toHaveLength(5);
  expect(second.nextCursor).toBeNull();
});

test("another workspace's contact is not found", async () => {
  const [tenant, stranger] = [await makeTenant({ channel: true }), await makeTenant()];
  const { contactId } = await makeConversation(tenant);
  await expect(readContact(stranger.owner, { contactId })).rejects.toMatchObject({ code: "contact_not_found" });
  await expect(editContact(stranger.owner, { contactId, name: "Mine" })).rejects.toMatchObject({ kind: "not_found" });
});
