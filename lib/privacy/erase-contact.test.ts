import { expect, test } from "vitest";
import { verifyAudit } from "@/lib/audit";
import { tombstoneHash } from "@/lib/contacts";
import { listConversations } from "@/lib/conversations";
import { ListConversations } from "@/lib/conversations/schemas";
import { makeConversation } from "@/test/conversations";
import { ownerQuery } from "@/test/database";
import { makeTenant } from "@/test/factories";
import { eraseContact } from "./index";

const everyTable = `select table_name as name from information_schema.columns
  where table_schema = 'public' and column_name = 'tenant_id' order by 1`;

test("after an erasure no table of the database holds the person's number, id, name or words", async () => {
  const tenant = await makeTenant({ channel: true });
  const words = "A sentence that nobody else would write";
  const { id, contactId, phone, bsuid } = await makeConversation(tenant, { text: words });
  const beside = await makeConversation(tenant, { text: "Somebody else" });
  const certificate = await eraseContact(tenant.admin, { contactId });
  expect(certificate.rows).toMatchObject({ contacts: 1, conversations: 1, messages: expect.any(Number) });

  for (const { name } of await ownerQuery<{ name: string }>(everyTable)) {
    const rows = await ownerQuery<{ row: string }>(`select t::text as row from ${name} t where tenant_id = $1`, [
      tenant.tenantId,
    ]);
    const text = rows.map(({ row }) => row).join("\n");
    for (const trace of [phone, bsuid, words]) expect(text, name).not.toContain(trace);
  }
  const { items } = await listConversations(tenant.owner, ListConversations.input.parse({}));
  expect(items.map((conversation) => conversation.id)).toEqual([beside.id]);
  expect(items.map((conversation) => conversation.id)).not.toContain(id);
});

test("an erasure leaves tombstones of every identity and message, so that a late webhook is known", async () => {
  const tenant = await makeTenant({ channel: true });
  const { contactId, messageId, phone, bsuid } = await makeConversation(tenant);
  const wamid = `wamid.${Buffer.from(messageId).toString("base64")}`;
  await eraseContact(tenant.owner, { contactId });
  const buried = await ownerQuery<{ hash: Buffer }>("select hash from tombstones where tenant_id = $1", [
    tenant.tenantId,
  ]);
  const hashes = buried.map(({ hash }) => hash.toString("hex"));
  const expected = [
    tombstoneHash(tenant.tenantId, "phone", phone),
    tombstoneHash(tenant.tenantId, "bsuid", bsuid),
    tombstoneHash(tenant.tenantId, "message", wamid),
  ];
  expect(hashes).toEqual(expect.arrayContaining(expected.map((hash) => hash.toString("hex"))));
});

test("an erasure is announced for the contact and each of its threads, and stands in the audit log", async () => {
  const tenant = await makeTenant({ channel: true });
  const { id, contactId } = await makeConversation(tenant);
  await eraseContact(tenant.admin, { contactId });
  const events = await ownerQuery<{ conversation_id: string | null; contact_id: string }>(
    "select conversation_id, contact_id from events where tenant_id = $1 and type = 'contact.erased' order by seq",
    [tenant.tenantId],
  );
  expect(events).toEqual([
    { conversation_id: null, contact_id: contactId },
    { conversation_id: id, contact_id: contactId },
  ]);
  const audited = await ownerQuery("select 1 from audit where tenant_id = $1 and action = 'contact.erased'", [
    tenant.tenantId,
  ]);
  expect(audited).toHaveLength(1);
  expect(await verifyAudit(tenant.owner)).toMatchObject({ brokenAt: null });
});

test("an agent cannot erase, and what is erased or another workspace's is not found", async () => {
  const [tenant, stranger] = [await makeTenant({ channel: true }), await makeTenant()];
  const { contactId } = await makeConversation(tenant);
  await expect(eraseContact(tenant.agent, { contactId })).rejects.toMatchObject({ kind: "forbidden" });
  await expect(eraseContact(stranger.owner, { contactId })).rejects.toMatchObject({ code: "contact_not_found" });
  await eraseContact(tenant.owner, { contactId });
  await expect(eraseContact(tenant.owner, { contactId })).rejects.toMatchObject({ code: "contact_not_found" });
});
