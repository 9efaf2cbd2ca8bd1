import { Readable } from "node:stream";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { messages } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { openMedia } from "@/lib/media";
import { makeConversation } from "@/test/conversations";
import { ownerQuery } from "@/test/database";
import { makeTenant } from "@/test/factories";
import { attachFiles } from "./media";

test.each([
  ["image", { id: "", mime_type: "image/png" }, "image/png", null],
  ["document", { id: "", mime_type: "application/pdf", filename: "invoice.pdf" }, "application/pdf", "invoice.pdf"],
])("a seeded %s has bytes that can be opened", async (type, content, sniffed, filename) => {
  const shop = await makeTenant({ channel: true });
  const { messageId } = await makeConversation(shop);
  await ownerQuery("update messages set type = $2, content = $3 where id = $1", [
    messageId,
    type,
    JSON.stringify({ type, [type]: content }),
  ]);
  const read = () => withTenant(shop, (tx) => tx.select().from(messages).where(eq(messages.id, messageId)));
  await attachFiles(shop.tenantId, await read());
  const [row] = await ownerQuery<{ id: string }>("select id from media where message_id = $1", [messageId]);
  const file = await openMedia(shop.agent, row?.id ?? "");
  expect(file).toMatchObject({ type: sniffed, filename });
  const bytes = Buffer.concat(await Readable.from(file.read({ start: 0, end: file.sizeBytes - 1 })).toArray());
  expect(bytes.length).toBe(file.sizeBytes);
  expect((await read())[0]?.content).toMatchObject({ [type]: { id: expect.stringMatching(/^\d{16}$/) } });
});
