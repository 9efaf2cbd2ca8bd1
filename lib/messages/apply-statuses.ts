import type { Transaction } from "@/db/transaction";
import { systemActor } from "@/lib/auth";
import { announceStatuses } from "./announce-statuses";
import { leaveOutbox, lockMessages, refreshDeliveryFacts } from "./delivery-facts";
import { attachWamids, type ClaimedReport, claimParked, lockWamids } from "./known-wamids";

/** One status of Meta's about one message. */
export type StatusReport = {
  wamid: string;
  /** Lower case; an open list. */
  status: string;
  /** The participant of a group, else empty. */
  recipient: string;
  at: Date;
  /** Our message's id, as `readCallback` gave it. */
  callbackId: string | null;
  pricing: Record<string, unknown> | null;
  errors: Record<string, unknown>[] | null;
};

/** `parked`: no message is known for it yet; it waits. */
export type StatusOutcome = "applied" | "parked" | "duplicate";

type Place = { tenantId: string; channelId: string };
type Target = { id: string; wamid: string | null; status: string };
type Placed = StatusReport & { target: Target | null };

const unsettled = new Set(["queued", "sending", "retry_wait", "ambiguous"]);

/**
 * Takes in statuses of one channel: any duplicate, order or batching of the same statuses ends in the same state.
 * Answers for each report, in the order given.
 */
export async function applyStatuses(tx: Transaction, place: Place, reports: StatusReport[]): Promise<StatusOutcome[]> {
  if (reports.length === 0) return [];
  const placed = await placeReports(tx, place, mergeEqual(reports));
  const targets = placed.flatMap(({ target }) => target ?? []);
  const ids = [...new Set(targets.map(({ id }) => id))];
  await leaveOutbox(
    tx,
    place.tenantId,
    targets.filter(({ status }) => unsettled.has(status)).map(({ id }) => id),
  );
  if (ids.length > 0) await lockMessages(tx, place.tenantId, ids);
  const known = newlyKnown(place, placed);
  await attachWamids(tx, place.tenantId, known);
  const waited = await claimParked(tx, place.tenantId, known);
  const written = await writeReports(tx, place, placed);
  const news = [...waited, ...written.flatMap(({ isNew, report }) => (isNew && report ? [report] : []))];
  const changed = new Set(
    [...news, ...written.flatMap(({ report }) => report ?? [])].map(({ messageId }) => messageId),
  );
  const touched = await refreshDeliveryFacts(tx, place.tenantId, [...changed]);
  await announceStatuses(tx, systemActor(place.tenantId, "ingest"), news, touched);
  return outcomesOf(reports, placed, new Set(written.map(({ key }) => key)));
}

function keyOf({ wamid, status, recipient }: Pick<StatusReport, "wamid" | "status" | "recipient">): string {
  return `${wamid}\n${status}\n${recipient}`;
}

/** Equal reports of one batch as one, the earliest; sorted, so that two batches insert in the same order. */
function mergeEqual(reports: StatusReport[]): StatusReport[] {
  const merged = new Map<string, StatusReport>();
  for (const report of reports) {
    const known = merged.get(keyOf(report));
    const first = !known || report.at < known.at ? report : known;
    merged.set(keyOf(report), { ...first, callbackId: known?.callbackId ?? report.callbackId });
  }
  return [...merged].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, report]) => report);
}

/** Looks first without a lock; only what is about to be parked, or makes a wamid known, is looked at again under one. */
async function placeReports(tx: Transaction, place: Place, reports: StatusReport[]): Promise<Placed[]> {
  const found = await findTargets(tx, place, reports);
  const isSettled = (report: StatusReport) => found(report)?.wamid != null;
  const open = reports.filter((report) => !isSettled(report));
  if (open.length === 0) return reports.map((report) => ({ ...report, target: found(report) }));
  await lockWamids(
    tx,
    open.map(({ wamid }) => ({ channelId: place.channelId, wamid })),
  );
  const again = await findTargets(tx, place, open);
  return reports.map((report) => ({ ...report, target: isSettled(report) ? found(report) : again(report) }));
}

async function findTargets(tx: Transaction, { tenantId, channelId }: Place, reports: StatusReport[]) {
  const callbackIds = reports.map(({ callbackId }) => callbackId).filter((id) => id !== null);
  const { rows } = await tx.$client.query<Target>({
    name: "find_status_targets",
    text: `select id, wamid, status from messages
     where tenant_id = $1 and channel_id = $2 and direction = 'out' and id = any($3::uuid[])
     union
     select id, wamid, status from messages where tenant_id = $1 and channel_id = $2 and wamid = any($4::text[])`,
    values: [tenantId, channelId, callbackIds, reports.map(({ wamid }) => wamid)],
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const byWamid = new Map(rows.map((row) => [row.wamid, row]));
  return ({ callbackId, wamid }: StatusReport) => byId.get(callbackId ?? "") ?? byWamid.get(wamid) ?? null;
}

function newlyKnown({ channelId }: Place, placed: Placed[]) {
  const open = placed.flatMap(({ target, wamid }) =>
    target && target.wamid === null ? [{ messageId: target.id, channelId, wamid }] : [],
  );
  return [...new Map(open.map((each) => [each.messageId, each])).values()];
}

type Written = { key: string; isNew: boolean; report: ClaimedReport | null };

async function writeReports(tx: Transaction, { tenantId, channelId }: Place, placed: Placed[]): Promise<Written[]> {
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value));
  const { rows } = await tx.$client.query<{
    wamid: string;
    status: string;
    recipient: string;
    message_id: string | null;
    at: Date;
    code: number | null;
    is_new: boolean;
  }>({
    name: "write_status_reports",
    text: `insert into message_statuses as s
       (tenant_id, channel_id, wamid, status, recipient, callback_id, message_id, at, pricing, errors)
     select $1, $2, * from unnest($3::text[], $4::text[], $5::text[], $6::uuid[], $7::uuid[], $8::timestamptz[],
       $9::jsonb[], $10::jsonb[])
     on conflict (tenant_id, channel_id, wamid, status, recipient) do update set
       at = least(s.at, excluded.at),
       errors = case when excluded.at < s.at then excluded.errors else s.errors end,
       pricing = coalesce(case when excluded.at < s.at then excluded.pricing end, s.pricing, excluded.pricing),
       callback_id = coalesce(s.callback_id, excluded.callback_id),
       message_id = coalesce(s.message_id, excluded.message_id)
     where excluded.at < s.at or (s.message_id is null and excluded.message_id is not null)
     returning wamid, status, recipient, message_id, at, (errors -> 0 ->> 'code')::int as code,
       old.message_id is null and message_id is not null as is_new`,
    values: [
      tenantId,
      channelId,
      placed.map(({ wamid }) => wamid),
      placed.map(({ status }) => status),
      placed.map(({ recipient }) => recipient),
      placed.map(({ callbackId }) => callbackId),
      placed.map(({ target }) => target?.id ?? null),
      placed.map(({ at }) => at),
      placed.map(({ pricing }) => json(pricing)),
      placed.map(({ errors }) => json(errors)),
    ],
  });
  return rows.map(({ message_id: messageId, at, code, is_new: isNew, ...row }) => ({
    key: keyOf(row),
    isNew,
    report: messageId === null ? null : { messageId, status: row.status, at, code },
  }));
}

/** The first of equal reports says what became of it; the others are duplicates. */
function outcomesOf(reports: StatusReport[], placed: Placed[], written: Set<string>): StatusOutcome[] {
  const parked = new Set(placed.filter(({ target }) => target === null).map(keyOf));
  const seen = new Set<string>();
  return reports.map((report) => {
    const key = keyOf(report);
    const isFirst = !seen.has(key);
    seen.add(key);
    if (!isFirst || !written.has(key)) return "duplicate";
    return parked.has(key) ? "parked" : "applied";
  });
}
