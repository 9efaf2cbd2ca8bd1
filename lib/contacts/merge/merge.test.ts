import fc from "fast-check";
import { expect, test } from "vitest";
import { recordConsent, withdrawConsent } from "@/lib/consent";
import {
  createContactField,
  editContact,
  listContactMerges,
  mergeContacts,
  readContact,
  undoMerge,
} from "@/lib/contacts";

import { forgetOldMerges } from "@/lib/contacts/queue/forget-merges";
import { makePairOf } from "@/test/contacts";
import { makeConversation } from "@/test/conversations";
import { ownerQuery } from "@/test/database";
import { makeTenant } from "@/test/factories";
import { mergedTables } from "./tables";

type Tenant = Awaited<ReturnType<typeof makePairOf>>["tenant"];

/** Every row of every table that a merge knows, but for the merges themselves and the log, which only grows. */
async function everythingOf({ tenantId }: Tenant): Promise<Record<string, unknown[]>> {
  const tables = mergedTables
    .map(({ table }) => table)
    .filter((table) => !["contact_merges", "events"].includes(table));
  const ofTable = (table: string) =>
    `select '${table}' as table, to_jsonb(t) as row from ${table} t where tenant_id = $1`;
  const rows = await ownerQuery<{ table: string; row: unknown }>(
    `${tables.map(ofTable).join(" union all ")} order by 1, 2`,
    [tenantId],
  );
  return Object.fromEntries(
    tables.map((table) => [table, rows.filter((each) => each.table === table).map(({ row }) => row)]),
  );
}

test("a merge and its undo leave every row as it was, whatever both contacts had", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        keptIsAlive: fc.boolean(),
        goneIsAlive: fc.boolean(),
        goneIsAssigned: fc.boolean(),
        sharedLabel: fc.boolean(),
        sharedField: fc.boolean(),
        consents: fc.array(fc.tuple(fc.boolean(), fc.boolean()), { maxLength: 4 }),
        isBlocked: fc.tuple(fc.boolean(), fc.boolean()),
        names: fc.tuple(fc.option(fc.constant("Kept")), fc.option(fc.constant("Gone"))),
        messages: fc.tuple(fc.nat(3), fc.nat(3)),
      }),
      async (plan) => {
        const { tenant, kept, gone } = await makePairOf(plan);
        const before = await everythingOf(tenant);
        const { mergeId } = await mergeContacts(tenant.manager, { contactId: kept, otherId: gone });
        const counts = await ownerQuery<{ messages: number; contacts: number; identities: number }>(
          `select (select count(*)::int from messages where tenant_id = $1 and contact_id = $2) as messages,
             (select count(*)::int from contacts where tenant_id = $1) as contacts,
             (select count(*)::int from contact_identities where tenant_id = $1 and contact_id = $2) as identities`,
          [tenant.tenantId, kept],
        );
        expect(counts).toEqual([{ messages: before.messages?.length, contacts: 1, identities: 4 }]);
        await undoMerge(tenant.manager, { contactId: kept, mergeId });
        expect(await everythingOf(tenant)).toEqual(before);
      },
    ),
    { numRuns: 15 },
  );
}, 120_000);

async function makePair() {
  const tenant = await makeTenant({ channel: true });
  const [kept, gone] = [await makeConversation(tenant), await makeConversation(tenant, { text: "From the other" })];
  const merge = () => mergeContacts(tenant.manager, { contactId: kept.contactId, otherId: gone.contactId });
  return { tenant, kept, gone, merge };
}

test("two living threads of one number become one, with the messages of both", async () => {
  const { tenant, kept, gone, merge } = await makePair();
  const { contact } = await merge();
  expect(contact.identities.map(({ value }) => value).sort()).toEqual(
    [kept.phone, kept.bsuid, gone.phone, gone.bsuid].sort(),
  );
  const rows = await ownerQuery("select id from messages where tenant_id = $1 and conversation_id = $2 order by id", [
    tenant.tenantId,
    kept.id,
  ]);
  expect(rows).toEqual([{ id: kept.messageId }, { id: gone.messageId }]);
  await expect(readContact(tenant.agent, { contactId: gone.contactId })).rejects.toMatchObject({ kind: "not_found" });
});

test("a thread given back to its queue that goes into other hands by a merge has no place in a queue any more", async () => {
  const tenant = await makeTenant({ channel: true });
  const kept = await makeConversation(tenant);
  const gone = await makeConversation(tenant, { assigneeId: tenant.agent.id });
  await ownerQuery("update conversations set queued_since = now(), returned_at = now() where id = $1", [kept.id]);
  await mergeContacts(tenant.manager, { contactId: kept.contactId, otherId: gone.contactId });
  const rows = await ownerQuery(
    "select id, state, assignee_id, queued_since, returned_at from conversations where tenant_id = $1",
    [tenant.tenantId],
  );
  expect(rows).toEqual([
    { id: kept.id, state: "open", assignee_id: tenant.agent.id, queued_since: null, returned_at: null },
  ]);
});

test("what somebody changed since a merge stays changed when it is taken back", async () => {
  const { tenant, kept, gone, merge } = await makePair();
  const city = await createContactField(tenant.admin, { name: "City", kind: "text", choices: [] });
  await editContact(tenant.agent, { contactId: gone.contactId, name: "Gone", fields: { [city.id]: "Porto" } });
  const { mergeId } = await merge();
  await editContact(tenant.agent, { contactId: kept.contactId, name: "Better", fields: { [city.id]: "Lisbon" } });
  const { contact, restored } = await undoMerge(tenant.manager, { contactId: kept.contactId, mergeId });
  expect(contact).toMatchObject({ name: "Better", fields: [{ value: "Lisbon" }] });
  expect(restored).toMatchObject({ id: gone.contactId, name: "Gone", fields: [{ value: "Porto" }] });
});

test("what was written since a merge stays with the one that was kept", async () => {
  const { tenant, kept, gone, merge } = await makePair();
  const { mergeId } = await merge();
  await ownerQuery(
    `insert into messages (tenant_id, conversation_id, contact_id, channel_id, direction, author, type, content, preview, status, at)
     select tenant_id, id, contact_id, channel_id, 'in', 'contact', 'text', '{}', 'Since', 'received', now()
     from conversations where tenant_id = $1 and id = $2`,
    [tenant.tenantId, kept.id],
  );
  await undoMerge(tenant.manager, { contactId: kept.contactId, mergeId });
  const previews = (contactId: string) =>
    ownerQuery("select preview from messages where tenant_id = $1 and contact_id = $2 order by preview", [
      tenant.tenantId,
      contactId,
    ]);
  expect(await previews(kept.contactId)).toEqual([{ preview: "Is my order on its way?" }, { preview: "Since" }]);
  expect(await previews(gone.contactId)).toEqual([{ preview: "From the other" }]);
});

test("a consent withdrawn while two were one is withdrawn for both", async () => {
  const { tenant, kept, gone, merge } = await makePair();
  const how = { purpose: "marketing", source: "email", evidence: "Mail" } as const;
  await recordConsent(tenant.agent, { contactId: gone.contactId, ...how });
  const { mergeId } = await merge();
  await withdrawConsent(tenant.agent, { contactId: kept.contactId, ...how });
  const { contact, restored } = await undoMerge(tenant.manager, { contactId: kept.contactId, mergeId });
  for (const { consents } of [contact, restored]) {
    expect(consents).toMatchObject([{ purpose: "marketing", state: "withdrawn" }]);
  }
});

test("merges on top of one another are taken back from the last, and the first is the identity too", async () => {
  const { tenant, kept, gone, merge } = await makePair();
  const third = await makeConversation(tenant);
  const before = await everythingOf(tenant);
  const first = await merge();
  const second = await mergeContacts(tenant.manager, { contactId: third.contactId, otherId: kept.contactId });
  const early = undoMerge(tenant.manager, { contactId: third.contactId, mergeId: first.mergeId });
  await expect(early).rejects.toMatchObject({ code: "contact_merged_again" });
  expect((await listContactMerges(tenant.agent, { contactId: third.contactId })).items).toHaveLength(1);
  await undoMerge(tenant.manager, { contactId: third.contactId, mergeId: second.mergeId });
  await undoMerge(tenant.manager, { contactId: kept.contactId, mergeId: first.mergeId });
  expect(await everythingOf(tenant)).toEqual(before);
  expect(gone.contactId).not.toBe(kept.contactId);
});

test("of two who take a merge back at once, one does, and of two who merge at once, one does", async () => {
  const { tenant, kept, merge } = await makePair();
  const merges = await Promise.allSettled([merge(), merge()]);
  expect(merges.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const [{ id: mergeId = "" } = {}] = (await listContactMerges(tenant.agent, { contactId: kept.contactId })).items;
  const undo = () => undoMerge(tenant.manager, { contactId: kept.contactId, mergeId });
  const undone = await Promise.allSettled([undo(), undo()]);
  expect(undone.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("after seven days a merge is for good, and what was kept of it is forgotten", async () => {
  const { tenant, kept, merge } = await makePair();
  const { mergeId } = await merge();
  await ownerQuery("update contact_merges set at = at - interval '8 days' where id = $1", [mergeId]);
  const undo = undoMerge(tenant.manager, { contactId: kept.contactId, mergeId });
  await expect(undo).rejects.toMatchObject({ code: "merge_not_found" });
  await forgetOldMerges();
  expect(await ownerQuery("select 1 from contact_merges where id = $1", [mergeId])).toEqual([]);
});

test("open screens are told of both contacts and of the thread that went and came", async () => {
  const { tenant, kept, gone, merge } = await makePair();
  const { mergeId } = await merge();
  await undoMerge(tenant.manager, { contactId: kept.contactId, mergeId });
  const told = await ownerQuery<{ type: string; contact_id: string; conversation_id: string | null }>(
    "select type, contact_id, conversation_id from events where tenant_id = $1 order by seq",
    [tenant.tenantId],
  );
  const [keptId, goneId] = [kept.contactId, gone.contactId];
  expect(told).toEqual(
    expect.arrayContaining([
      { type: "conversation.resolved", contact_id: keptId, conversation_id: gone.id },
      { type: "contact.merged", contact_id: keptId, conversation_id: null },
      { type: "contact.merged", contact_id: goneId, conversation_id: null },
      { type: "contact.unmerged", contact_id: keptId, conversation_id: null },
      { type: "contact.unmerged", contact_id: goneId, conversation_id: gone.id },
      { type: "contact.unmerged", contact_id: goneId, conversation_id: kept.id },
    ]),
  );
});

test("an agent does not merge, and a contact of another workspace is not found", async () => {
  const { tenant, kept, gone } = await makePair();
  const other = await makePair();
  const pair = { contactId: kept.contactId, otherId: gone.contactId };
  await expect(mergeContacts(tenant.agent, pair)).rejects.toMatchObject({ kind: "forbidden" });
  const foreign = mergeContacts(tenant.manager, { ...pair, otherId: other.gone.contactId });
  await expect(foreign).rejects.toMatchObject({ code: "contact_not_found" });
  const same = mergeContacts(tenant.manager, { ...pair, otherId: kept.contactId });
  await expect(same).rejects.toMatchObject({ code: "contact_is_the_same" });
});
