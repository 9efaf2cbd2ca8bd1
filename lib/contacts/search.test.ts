import { expect, test } from "vitest";
import { makeConversation } from "@/test/conversations";
import { ownerQuery } from "@/test/database";
import { makeTenant } from "@/test/factories";
import { editContact, listContacts } from "./index";

async function makePeople(names: string[]) {
  const tenant = await makeTenant({ channel: true });
  const people = new Map<string, Awaited<ReturnType<typeof makeConversation>>>();
  for (const name of names) {
    const made = await makeConversation(tenant);
    await editContact(tenant.agent, { contactId: made.contactId, name });
    people.set(name, made);
  }
  const find = async (search: string) =>
    (await listContacts(tenant.agent, { limit: 50, search })).items.map(({ name }) => name).sort();
  return { tenant, people, find };
}

test("contacts are found by a part of their name, whatever its case and accents", async () => {
  const { find } = await makePeople(["José Álvarez", "Zoë Brook", "100% Cotton_Shop"]);
  expect(await find("jose alv")).toEqual(["José Álvarez"]);
  expect(await find("ZOE")).toEqual(["Zoë Brook"]);
  expect(await find("zoë")).toEqual(["Zoë Brook"]);
  expect(await find("0% cotton_")).toEqual(["100% Cotton_Shop"]);
  expect(await find("%")).toEqual(["100% Cotton_Shop"]);
  expect(await find("nobody")).toEqual([]);
});

test("contacts are found by username, with and without its @, by a part of the number, and by the WhatsApp id", async () => {
  const { tenant, people, find } = await makePeople(["Ada", "Grace"]);
  const ada = people.get("Ada");
  if (!ada) throw new Error("Ada is missing");
  await ownerQuery("update contacts set username = 'ada.l' where tenant_id = $1 and id = $2", [
    tenant.tenantId,
    ada.contactId,
  ]);
  expect(await find("@ada.l")).toEqual(["Ada"]);
  expect(await find("ada.l")).toEqual(["Ada"]);
  expect(await find(`+${ada.phone.slice(0, 4)} ${ada.phone.slice(4)}`)).toEqual(["Ada"]);
  expect(await find(ada.phone.slice(3))).toContain("Ada");
  expect(await find(ada.bsuid.toLowerCase())).toEqual(["Ada"]);
});

test("by name, pages follow without a gap or a repeat, and those without a name come last", async () => {
  const { tenant } = await makePeople(["Émile", "adam", "Zed", "Eve"]);
  const nameless = await makeConversation(tenant);
  await ownerQuery("update contacts set profile_name = null where tenant_id = $1 and id = $2", [
    tenant.tenantId,
    nameless.contactId,
  ]);
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const { items, nextCursor } = await listContacts(tenant.agent, { limit: 2, sort: "name", cursor });
    seen.push(...items.map(({ givenName }) => givenName ?? "—"));
    cursor = nextCursor ?? undefined;
  } while (cursor);
  expect(seen).toEqual(["adam", "Émile", "Eve", "Zed", "—"]);
});

test("a cursor of another order is refused", async () => {
  const { tenant } = await makePeople(["A", "B"]);
  const { nextCursor } = await listContacts(tenant.agent, { limit: 1, sort: "name" });
  const other = listContacts(tenant.agent, { limit: 1, cursor: nextCursor ?? "" });
  await expect(other).rejects.toMatchObject({ code: "invalid_cursor" });
});

test("a profile's name of 65,000 letters is stored, listed and found", async () => {
  const { tenant, people, find } = await makePeople(["Long"]);
  const { contactId = "" } = people.get("Long") ?? {};
  await editContact(tenant.agent, { contactId, name: null });
  await ownerQuery("update contacts set profile_name = repeat('Ångström ', 7500) where id = $1", [contactId]);
  expect(await find("angstrom ang")).toHaveLength(1);
});
