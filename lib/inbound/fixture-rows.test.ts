import { readFileSync } from "node:fs";
import { afterEach, expect, it } from "vitest";
import { readWebhook } from "@/lib/whatsapp";
import { connectMainNumber, connectNumbers, disconnectNumbers } from "@/test/connect-numbers";
import { ownerQuery } from "@/test/database";
import { makeTenant } from "@/test/factories";
import { payloadBytes, payloadNames } from "@/test/payloads/read";
import { deliver, ingestAll } from "@/test/webhooks";

/** `fixture-rows.md`: a row for each of our own webhook bodies, a column for each table that ingest writes. */
const [header = [], , ...lines] = readFileSync(new URL("./fixture-rows.md", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line.startsWith("|"))
  .map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
const tables = header.slice(1, -2);
const expected = new Map(lines.map(([name = "", ...cells]) => [name, cells]));

/** About numbers that are not connected, or not as the body says. */
const strangers = ["hostile-unknown-phone-number-id", "hostile-waba-number-mismatch"];

afterEach(disconnectNumbers);

it("the table has a row for every body, and no other", () => {
  expect([...expected.keys()].sort()).toEqual(payloadNames());
});

it.each(payloadNames())("%s makes the rows that the table says", async (name) => {
  const { tenantId, channel } = await makeTenant({ channel: true });
  const bytes = payloadBytes(name);
  if (strangers.includes(name)) await connectMainNumber(tenantId, channel);
  else await connectNumbers(tenantId, channel, readWebhook(bytes).items);

  expect(await deliver(channel, bytes)).toBe(200);
  await ingestAll();

  const counts = await Promise.all(tables.map((table) => countOf(table, tenantId)));
  expect([...counts, await outcomesOf(tenantId), await noteOfLastRow()].join(" | ")).toBe(
    expected.get(name)?.join(" | "),
  );
});

async function countOf(table: string, tenantId: string): Promise<string> {
  const [row] = await ownerQuery<{ n: number }>(`select count(*)::int as n from ${table} where tenant_id = $1`, [
    tenantId,
  ]);
  return row?.n ? String(row.n) : "";
}

async function outcomesOf(tenantId: string): Promise<string> {
  const rows = await ownerQuery<{ words: string }>(
    `select outcome || ' ' || count(*) as words from webhook_items where tenant_id = $1 group by outcome order by outcome`,
    [tenantId],
  );
  return rows.map(({ words }) => words).join(", ");
}

async function noteOfLastRow(): Promise<string> {
  const [row] = await ownerQuery<{ state: string; failure: string | null }>(
    "select state, failure from webhook_log order by id desc limit 1",
  );
  return [row?.state === "done" ? "" : row?.state, row?.failure?.replaceAll("\n", "; ")].filter(Boolean).join(": ");
}
