import { beforeAll, expect, test } from "vitest";
import { messages } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { newId } from "@/lib/ids";
import { makeConversation } from "@/test/conversations";
import { makeTenant, type TestTenant } from "@/test/factories";
import { listMessages } from "./index";

let shop: TestTenant;
let conversationId: string;
const ids: string[] = [];
const COUNT = 1_250;

beforeAll(async () => {
  const tenant = await makeTenant({ channel: true });
  shop = tenant;
  const made = await makeConversation(tenant);
  conversationId = made.id;
  const begin = Date.parse("2026-11-01T08:00:00Z");
  const rows = Array.from({ length: COUNT }, (_, at) => ({
    tenantId: tenant.tenantId,
    id: newId(),
    conversationId,
    contactId: made.contactId,
    channelId: tenant.channel.id,
    direction: "in" as const,
    author: "contact" as const,
    type: "text",
    content: { type: "text", text: { body: String(at) } },
    preview: String(at),
    status: "received" as const,
    // Two at each moment: the id decides then.
    at: new Date(begin + Math.floor(at / 2) * 1_000),
  }));
  const inOrder = rows.toSorted((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1));
  ids.push(...inOrder.map(({ id }) => id));
  await withTenant(tenant, (tx) => tx.insert(messages).values(rows));
});

const list = (more: { cursor?: string; until?: string; limit?: number }) =>
  listMessages(shop.owner, { conversationId, limit: 10, ...more });

test("a thread is read back to a message in one go, without a gap and without doubles", async () => {
  const first = await list({ limit: 10 });
  const wanted = ids[400] ?? "";
  const jumped = await list({ cursor: first.nextCursor ?? "", until: wanted });
  const seen = [...first.items, ...jumped.items].map(({ id }) => id);
  expect(jumped.items.at(-1)?.id).toBe(wanted);
  expect(new Set(seen).size).toBe(seen.length);
  const next = await list({ cursor: jumped.nextCursor ?? "" });
  const all = [...seen, ...next.items.map(({ id }) => id)];
  expect(all.slice(-10).every((id) => ids.indexOf(id) < 400)).toBe(true);
  expect(all.length).toBe(seen.length + 10);
});

test("what lies more than a thousand back is read in steps", async () => {
  const wanted = ids[0] ?? "";
  const first = await list({ until: wanted });
  expect(first.items).toHaveLength(1_000);
  const second = await list({ until: wanted, cursor: first.nextCursor ?? "" });
  expect(second.items.at(-1)?.id).toBe(wanted);
});

test("a message of another conversation is not there to be read back to", async () => {
  const other = await makeConversation({ ...shop, channel: shop.channel as never });
  await expect(list({ until: other.messageId })).rejects.toMatchObject({ kind: "not_found" });
});
