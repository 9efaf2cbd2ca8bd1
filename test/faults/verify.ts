import { expect } from "vitest";
import { readCallback } from "@/lib/messages";
import { sentBy } from "@/test/sending";
import type { House } from "./house";
import type { Load } from "./load";
import type { Scene } from "./scene";

type Row = { id: string; wamid: string | null; direction: "in" | "out"; status: string };

/** Compares what Meta knows with what the database holds: nothing lost, nothing doubled, nothing crossed. */
export async function verify(house: House, load: Load): Promise<void> {
  for (const scene of load.written.keys()) {
    const rows = await house.query<Row>("select id, wamid, direction, status from messages where tenant_id = $1", [
      scene.tenantId,
    ]);
    verifyReceived(scene, load, rows);
    await verifySent(house, scene, load, rows);
    await verifyEvents(house, scene);
  }
  expect(await house.query("select id, failure from webhook_log where state = 'dead' or failure is not null")).toEqual(
    [],
  );
  expect(await house.query("select kind, outcome, reason from webhook_items where outcome = 'set_aside'")).toEqual([]);
}

function verifyReceived(scene: Scene, load: Load, rows: Row[]): void {
  const written = load.written.get(scene) ?? [];
  const wamids = [...scene.customers.map(({ wamid }) => wamid), ...written];
  expect(written.length).toBeGreaterThan(0);
  expect(rows.flatMap(({ direction, wamid }) => (direction === "in" ? [wamid] : [])).sort()).toEqual(wamids.sort());
}

/** Each message that was accepted was accepted once, is known by its wamid and was read; the others are open to people. */
async function verifySent(house: House, scene: Scene, load: Load, rows: Row[]): Promise<void> {
  const ledger = await sentBy(house.simulator, scene.channel);
  const accepted = new Map(
    ledger.map(({ wamid, body }) => [readCallback(String(body.biz_opaque_callback_data)), wamid]),
  );
  expect(accepted.size, "sends accepted twice").toBe(ledger.length);
  expect(accepted.has(null), "sends that nobody asked for").toBe(false);
  expect(accepted.size).toBeGreaterThan(0);

  const ours = rows.filter(({ direction }) => direction === "out");
  expect(ours.map(({ id }) => id).sort()).toEqual([...(load.sent.get(scene) ?? [])].sort());
  const outcomes = new Map(ours.map(({ id, wamid, status }) => [id, { wamid, status }]));
  const expected = new Map(
    ours.map(({ id }) => {
      const wamid = accepted.get(id);
      return [id, wamid === undefined ? { wamid: null, status: "ambiguous" } : { wamid, status: "read" }];
    }),
  );
  expect(outcomes).toEqual(expected);

  const reports = await house.query<{ wamid: string; status: string }>(
    "select wamid, status from message_statuses where tenant_id = $1 and message_id is not null",
    [scene.tenantId],
  );
  const reported = ledger.flatMap(({ wamid }) => ["delivered", "read", "sent"].map((status) => `${wamid} ${status}`));
  expect(reports.map(({ wamid, status }) => `${wamid} ${status}`).sort()).toEqual(reported.sort());
}

/** What happened once was announced once. */
async function verifyEvents(house: House, { tenantId }: Scene): Promise<void> {
  const doubled = await house.query(
    `select type, message_id, count(*)::int from events where tenant_id = $1 and message_id is not null
     group by type, message_id having count(*) > 1`,
    [tenantId],
  );
  expect(doubled).toEqual([]);
  const silent = await house.query(
    `select m.id, m.status from messages m
     where m.tenant_id = $1 and m.direction = 'out' and m.status = 'read' and not exists (
       select from events e where e.tenant_id = $1 and e.message_id = m.id and e.type = 'message.read')
     union all
     select m.id, m.status from messages m
     where m.tenant_id = $1 and m.direction = 'in' and m.preview like 'question %' and not exists (
       select from events e where e.tenant_id = $1 and e.message_id = m.id and e.type = 'message.received')`,
    [tenantId],
  );
  expect(silent).toEqual([]);
}
