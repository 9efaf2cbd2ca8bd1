import { expect, test } from "vitest";
import {
  createContactField,
  deleteContactField,
  editContact,
  editContactField,
  listContactFields,
  moveContactField,
  readContact,
} from "@/lib/contacts";
import type { FieldKind } from "@/lib/contacts/types";
import { newId } from "@/lib/ids";
import { makeConversation } from "@/test/conversations";
import { ownerQuery } from "@/test/database";
import { makeTenant } from "@/test/factories";
import { readFieldValue } from "./read-value";

const page = { limit: 50 };
const field = (name: string, kind: FieldKind = "text", choices: string[] = []) => ({ name, kind, choices });

test.each([
  ["number", "007.50", "7.5"],
  ["number", "-0", "0"],
  ["number", "+12", "12"],
  ["number", "12345678901234567890", "12345678901234567890"],
  ["number", "1,5", null],
  ["number", "1e9", null],
  ["number", "NaN", null],
  ["date", "2024-02-29", "2024-02-29"],
  ["date", "2026-02-29", null],
  ["date", "29.02.2024", null],
  ["choice", "Gold", "Gold"],
  ["choice", "Tin", null],
  ["text", "  <b>\u0000</b> ", "<b>\uFFFD</b>"],
  ["text", "x".repeat(1001), null],
] as const)("as %s, %j is kept as %j", (kind, typed, kept) => {
  const reading = readFieldValue({ kind, choices: ["Gold", "Silver"] }, typed);
  expect(reading.ok ? reading.value : null).toBe(kept);
});

test("values are kept by field, shown on the contact, and emptied by null", async () => {
  const tenant = await makeTenant({ channel: true });
  const { contactId } = await makeConversation(tenant);
  const plan = await createContactField(tenant.admin, field("Plan", "choice", ["Gold", "Silver"]));
  const since = await createContactField(tenant.admin, field("Customer since", "date"));
  const edit = (fields: Record<string, string | null>) => editContact(tenant.agent, { contactId, fields });
  await edit({ [plan.id]: "Gold", [since.id]: "2024-02-29" });
  expect((await edit({ [plan.id]: null })).fields).toEqual([{ fieldId: since.id, value: "2024-02-29" }]);
});

test("one value that does not fit keeps all of them as they were, and is named", async () => {
  const tenant = await makeTenant({ channel: true });
  const { contactId } = await makeConversation(tenant);
  const size = await createContactField(tenant.admin, field("Size", "number"));
  const city = await createContactField(tenant.admin, field("City"));
  const edit = editContact(tenant.agent, { contactId, fields: { [city.id]: "Porto", [size.id]: "large" } });
  await expect(edit).rejects.toMatchObject({ code: "invalid_input", fields: [{ path: `fields.${size.id}` }] });
  expect((await readContact(tenant.agent, { contactId })).fields).toEqual([]);
});

test("a choice that is offered no more stays where it was chosen, and is chosen nowhere else", async () => {
  const tenant = await makeTenant({ channel: true });
  const [one, other] = [await makeConversation(tenant), await makeConversation(tenant)];
  const plan = await createContactField(tenant.admin, field("Plan", "choice", ["Gold", "Silver"]));
  const edit = (contactId: string, name?: string) =>
    editContact(tenant.agent, { contactId, name, fields: { [plan.id]: "Gold" } });
  await edit(one.contactId);
  await editContactField(tenant.admin, { fieldId: plan.id, choices: ["Silver"] });
  expect(await edit(one.contactId, "Renamed")).toMatchObject({ name: "Renamed", fields: [{ value: "Gold" }] });
  await expect(edit(other.contactId)).rejects.toMatchObject({ code: "invalid_input" });
});

test("the log names the fields that changed, and never what stands in them", async () => {
  const tenant = await makeTenant({ channel: true });
  const { contactId } = await makeConversation(tenant);
  const note = await createContactField(tenant.admin, field("Allergies"));
  await editContact(tenant.agent, { contactId, fields: { [note.id]: "Peanuts" } });
  await editContact(tenant.agent, { contactId, fields: { [note.id]: "Peanuts" } });
  const told = await ownerQuery<{ payload: unknown }>(
    "select payload from events where tenant_id = $1 and type = 'contact.changed' and contact_id = $2",
    [tenant.tenantId, contactId],
  );
  expect(told).toEqual([{ payload: { changed: [], changedFields: ["Allergies"] } }]);
});

test("fields are an admin's to define: by name once, in the order of their making, gone with every value", async () => {
  const tenant = await makeTenant({ channel: true });
  const { contactId } = await makeConversation(tenant);
  await expect(createContactField(tenant.manager, field("Mine"))).rejects.toMatchObject({ kind: "forbidden" });
  const city = await createContactField(tenant.admin, field("City"));
  const size = await createContactField(tenant.admin, field("Size", "number"));
  const again = createContactField(tenant.admin, field("CÍTY"));
  await expect(again).rejects.toMatchObject({ code: "contact_field_name_taken" });
  await expect(createContactField(tenant.admin, field("None", "choice"))).rejects.toMatchObject({ kind: "invalid" });
  await editContact(tenant.agent, { contactId, fields: { [city.id]: "Porto", [size.id]: "4" } });
  const first = await listContactFields(tenant.agent, { limit: 1 });
  const rest = await listContactFields(tenant.agent, { limit: 1, cursor: first.nextCursor ?? undefined });
  expect([...first.items, ...rest.items]).toEqual([city, size]);
  await deleteContactField(tenant.admin, { fieldId: city.id });
  expect((await readContact(tenant.agent, { contactId })).fields).toEqual([{ fieldId: size.id, value: "4" }]);
  expect((await listContactFields(tenant.agent, page)).items).toEqual([size]);
});

test("a field of another workspace, or one that is gone, is not found", async () => {
  const [tenant, stranger] = [await makeTenant({ channel: true }), await makeTenant()];
  const { contactId } = await makeConversation(tenant);
  const theirs = await createContactField(stranger.admin, field("Theirs"));
  for (const fieldId of [theirs.id, newId()]) {
    const edit = editContact(tenant.agent, { contactId, fields: { [fieldId]: "x" } });
    await expect(edit).rejects.toMatchObject({ code: "contact_field_not_found" });
  }
});

test("a field goes to the place it is given, and the others close up around it, also after one was deleted", async () => {
  const tenant = await makeTenant();
  const [, second, third, fourth] = await inTurn(["A", "B", "C", "D"], (name) =>
    createContactField(tenant.admin, field(name)),
  );
  const names = async () => (await listContactFields(tenant.agent, page)).items.map(({ name }) => name).join("");
  const move = (fieldId = "", place = 0) => moveContactField(tenant.admin, { fieldId, place });
  await move(fourth?.id, 0);
  expect(await names()).toBe("DABC");
  await move(second?.id, 99);
  expect(await names()).toBe("DACB");
  await deleteContactField(tenant.admin, { fieldId: third?.id ?? "" });
  await createContactField(tenant.admin, field("E"));
  await move(fourth?.id, 2);
  expect(await names()).toBe("ABDE");
});

test("two moves at once leave one order, without two fields in one place", async () => {
  const tenant = await makeTenant();
  const made = await inTurn(["A", "B", "C", "D"], (name) => createContactField(tenant.admin, field(name)));
  await Promise.all(made.map(({ id }) => moveContactField(tenant.admin, { fieldId: id, place: 0 })));
  const rows = await ownerQuery("select position from contact_fields where tenant_id = $1 order by 1", [
    tenant.admin.tenantId,
  ]);
  expect(rows.map(({ position }) => position)).toEqual([0, 1, 2, 3]);
});

test("an agent moves no field, and another workspace's is not there", async () => {
  const [tenant, other] = [await makeTenant(), await makeTenant()];
  const { id: fieldId } = await createContactField(tenant.admin, field("A"));
  await expect(moveContactField(tenant.agent, { fieldId, place: 0 })).rejects.toMatchObject({ kind: "forbidden" });
  await expect(moveContactField(other.admin, { fieldId, place: 0 })).rejects.toMatchObject({ kind: "not_found" });
});

async function inTurn<T, R>(items: readonly T[], run: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await run(item));
  return results;
}
