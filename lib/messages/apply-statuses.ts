import { inOneTrip, type Transaction } from "@/db/transaction";
import { systemActor } from "@/lib/auth";
import { announceStatuses } from "./announce-statuses";
import { leaveOutbox, lockMessages, refreshDeliveryFacts } from "./delivery-facts";
import { buryWamids, findErased } from "./erased";
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

/** `parked`: no message is known for it yet; it waits. `erased`: its message was, so nothing of it is kept. */
export type StatusOutcome = "applied" | "parked" | "duplicate" | "erased";

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
  const found = await placeReports(tx, place, mergeEqual(reports));
  const erased = await dropErased(tx, place, found);
  const placed = found.filter(({ wamid }) => !erased.has(wamid));
  const targets = placed.flatMap(({ target }) => target ?? []);
  const ids = [...new Set(targets.map(({ id }) => id))];
  const known = newlyKnown(place, placed);
  const [, , , waited, written] = await inOneTrip(
    leaveOutbox(
      tx,
      place.tenantId,
      targets.filter(({ status }) => unsettled.has(status)).map(({ id }) => id),
    ),
    lockMessages(tx, place.tenantId, ids),
    attachWamids(tx, place.tenantId, known),
    claimParked(tx, place.tenantId, known),
    writeReports(tx, place, placed),
  );
  const news = [...waited, ...written.flatMap(({ isNew, report }) => (isNew && report ? [report] : []))];
  const changed = new Set(
    [...news, ...written.flatMap(({ report }) => report ?? [])].map(({ messageId }) => messageId),
  );
  const touched = await refreshDeliveryFacts(tx, place.tenantId, [...changed]);
  await announceStatuses(tx, systemActor(place.tenantId, "ingest"), news, touched);
  return outcomesOf(reports, placed, new Set(written.map(({ key }) => key)), erased);
}

/**
 * A wamid holds the phone number in clear, and parked it would have no owner. Our id may be what tells that the message
 * was erased; then its wamid is buried too, for statuses that come without. The caller holds the wamids' locks.
 */
async function dropErased(tx: Transaction, { tenantId, channelId }: Place, placed: Placed[]): Promise<Set<string>> {
  const ownerless = placed.filter(({ target }) => target === null);
  const wamids = await findErased(tx, tenantId, ownerless);
  await buryWamids(
    tx,
    tenantId,
    [...wamids].map((wamid) => ({ channelId, wamid })),
  );
  return wamids;
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
  const [, again] = await inOneTrip(
    lockWamids(
      tx,
      open.map(({ wamid }) => ({ channelId: place.channelId, wamid })),
    ),
    findTargets(tx, place, open),
  );
  return shareTargets(
    reports.map((report) => ({ ...report, target: isSettled(report) ? found(report) : again(report) })),
  );
}

/** One report with our callback tells the message of its wamid to all others of the batch. */
function shareTargets(placed: Placed[]): Placed[] {
  const byWamid = new Map(placed.flatMap(({ wamid, target }) => (target ? [[wamid, target]] : [])));
  return placed.map((report) => ({ ...report, target: report.target ?? byWamid.get(report.wamid) ?? null }));
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

/** The first of equal reports says what became of it; the others are duplicates. What was parked before still is. */
function outcomesOf(
  reports: StatusReport[],
  placed: Placed[],
  written: Set<string>,
  erased: Set<string>,
): StatusOutcome[] {
  const parked = new Set(placed.filter(({ target }) => target === null).map(keyOf));
  const seen = new Set<string>();
  return reports.map((report) => {
    const key = keyOf(report);
    const isFirst = !seen.has(key);
    seen.add(key);
    if (erased.has(report.wamid)) return "erased";
    if (!isFirst) return "duplicate";
    if (parked.has(key)) return "parked";
    return written.has(key) ? "applied" : "duplicate";
  });
}
