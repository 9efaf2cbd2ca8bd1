import { afterEach, expect, it } from "vitest";
import { readWebhook } from "@/lib/whatsapp";
import type { WebhookItem } from "@/lib/whatsapp/types";
import { connectNumbers, disconnectNumbers } from "@/test/connect-numbers";
import { ownerQuery } from "@/test/database";
import { makeTenant } from "@/test/factories";
import { foreignFiles } from "@/test/payloads/read";
import { deliver, ingestAll } from "@/test/webhooks";

const bodies = foreignFiles("payloads").filter(({ name }) => name !== "signature-vectors");

afterEach(disconnectNumbers);

it("there is a corpus to read", () => {
  expect(bodies.length).toBeGreaterThan(200);
});

it.each(bodies)("$name is taken, and each of its items has its effect or a reason", async ({ bytes }) => {
  const { tenantId, channel } = await makeTenant({ channel: true });
  const { items } = readWebhook(bytes);
  await connectNumbers(tenantId, channel, items);

  expect(await deliver(channel, bytes)).toBe(200);
  await ingestAll();

  const [row] = await ownerQuery<{ state: string; failure: string | null }>(
    "select state, failure from webhook_log order by id desc limit 1",
  );
  expect(row?.state).toBe("done");
  const stored = await ownerQuery<{ kind: string; outcome: string; reason: string | null }>(
    "select kind, outcome, reason from webhook_items where tenant_id = $1",
    [tenantId],
  );
  const keys = new Set(items.map(({ dedupeKey, phoneNumberId }) => `${phoneNumberId}|${dedupeKey}`));
  if (items.length === 0) expect(row?.failure).not.toBeNull();
  expect(stored.length).toBe(keys.size);
  for (const { outcome, reason } of stored) {
    if (outcome === "set_aside" || outcome === "parked") expect(reason).toBeTruthy();
    expect(reason ?? "").not.toMatch(/could not be applied/);
  }
  expect(await shownWamids(tenantId)).toEqual(wamidsToShow(items));

  expect(await deliver(channel, bytes)).toBe(200);
  await ingestAll();
  const again = await ownerQuery("select 1 from webhook_items where tenant_id = $1", [tenantId]);
  expect(again.length).toBe(stored.length);
});

function wamidsToShow(items: WebhookItem[]): string[] {
  const shown = items.filter(
    (item) =>
      item.groupId === null &&
      (item.kind === "message" ||
        item.kind === "system" ||
        (item.kind === "echo" && item.echo.action === "message") ||
        (item.kind === "call" && item.event === "terminate" && item.direction !== null)),
  );
  return [...new Set(shown.map(wamidOf))].sort();
}

function wamidOf(item: WebhookItem): string {
  return item.kind === "call" ? item.callId : "wamid" in item ? String(item.wamid) : "";
}

async function shownWamids(tenantId: string): Promise<string[]> {
  const rows = await ownerQuery<{ wamid: string }>("select distinct wamid from messages where tenant_id = $1", [
    tenantId,
  ]);
  return rows.map(({ wamid }) => wamid).sort();
}
