import { isPassing, sqlStateOf } from "@/lib/errors";
import { atOnce } from "@/lib/jobs";
import { log } from "@/lib/log";
import { applyGroup } from "./apply-group";
import { applyOneByOne } from "./apply-one-by-one";
import { claimLog, finishLog, type Lane, type LogRow, releaseLog, SUSPECT_AFTER, type Verdict } from "./claim";
import { isTooMuch } from "./is-too-much";
import { type LogReading, readLogRow, SealedOtherwiseError } from "./read-log-row";
import { type Apart, setApart, takeApart } from "./set-apart";
import { type SortedGroup, sortOut } from "./sort-out";

/** So often has a row ended the engine, or failed whole, that another try would only stand in the way of the rest. */
const MOST_ATTEMPTS = 20;
const MOST_NOTE = 2_000;
/** Groups are of different numbers and wait for the database most of the time. */
const AT_ONCE = 2;

/** What stopped the reading of a row, or the items in it; they stay in the log. */
type Unfinished = Map<LogRow, unknown>;

/**
 * Takes one batch of the log to its effects. Answers how many rows are done; when failures of the moment left none done,
 * it fails with the first of them.
 */
export async function ingestBatch(lane?: Lane): Promise<number> {
  const token = crypto.randomUUID();
  const rows = await claimLog(token, lane);
  if (rows.length === 0) return 0;
  const unfinished: Unfinished = new Map();
  try {
    const suspect = rows.find(({ attempts, metaAppIds }) => attempts > SUSPECT_AFTER && metaAppIds.length > 1);
    await (suspect ? takeApart(token, suspect) : applyAll(token, rows, unfinished));
  } catch (error) {
    for (const row of rows) unfinished.set(row, error);
  }
  if (unfinished.size > 0) await release(token, unfinished);
  if (unfinished.size < rows.length) return rows.length - unfinished.size;
  throw unfinished.values().next().value;
}

async function applyAll(token: string, rows: LogRow[], unfinished: Unfinished): Promise<void> {
  const givenUp = rows.filter(({ attempts }) => attempts > MOST_ATTEMPTS);
  const readings = rows.filter((row) => !givenUp.includes(row)).flatMap((row) => readOrLeave(row, unfinished));
  const groups = await sortOut(readings);
  let gone: unknown;
  await atOnce(AT_ONCE, groups, async (group) => {
    const failure = gone ?? (await applyOrSetAside(group));
    if (failure === undefined) return;
    for (const { row } of group.readings) unfinished.set(row, failure);
    if (isGone(failure)) gone = failure;
  });
  const finished = readings.filter(({ row }) => !unfinished.has(row));
  const verdicts = [...Map.groupBy(finished, ({ row }) => row).values()].map(verdictOf);
  await setApart(
    token,
    verdicts.flatMap(({ aparts }) => aparts),
  );
  await finishLog(token, [...verdicts, ...givenUp.map(({ id }) => giveUp(id))]);
}

function readOrLeave(row: LogRow, unfinished: Unfinished): LogReading[] {
  try {
    return readLogRow(row);
  } catch (error) {
    unfinished.set(row, error);
    return [];
  }
}

/** Nobody answers: each further group would only wait for the same. */
function isGone(failure: unknown): boolean {
  return sqlStateOf(failure) === undefined && !isTooMuch(failure);
}

/** Answers with the failure of the moment that kept the group from being applied. */
async function applyOrSetAside(group: SortedGroup): Promise<unknown> {
  try {
    await applyGroup(group);
  } catch (error) {
    if (isPassing(error) && !(isTooMuch(error) && isAlone(group))) return error;
    log().warn({ error, items: group.arrivals.length }, "A group of webhook items failed; each is tried alone.");
    return applyOneByOne(group).catch((second) => noteFailure(group, second));
  }
}

function isAlone({ readings }: SortedGroup): boolean {
  return [...readings].every(({ row }) => row.attempts > SUSPECT_AFTER);
}

/** Not even its failure can be noted for the tenant: the operator finds it. */
function noteFailure(group: SortedGroup, error: unknown): unknown {
  if (isPassing(error)) return error;
  log().error({ error }, "Webhook items could be neither applied nor set aside.");
  for (const { notes } of group.readings) notes.push(`Items of workspace ${group.tenantId} could not be stored.`);
}

async function release(token: string, unfinished: Unfinished): Promise<void> {
  const [error] = unfinished.values();
  log().warn({ error, rows: unfinished.size }, "Webhooks stay in the log until they can be applied.");
  const released = [...unfinished].map(([row, failure]) => ({ id: row.id, attempts: attemptsAfter(row, failure) }));
  await releaseLog(token, released).catch(() => log().warn("Claimed webhooks wait for their lease to run out."));
}

/**
 * What a failure of the moment cost is not counted as a try, or an outage would make rows look like what ends the
 * engine. Where there was too much at once it counts until they are taken alone, and never until they are given up.
 */
function attemptsAfter({ attempts }: LogRow, failure: unknown): number {
  if (isTooMuch(failure)) return Math.min(attempts, Math.max(attempts - 1, SUSPECT_AFTER));
  return isPassing(failure) || failure instanceof SealedOtherwiseError ? attempts - 1 : attempts;
}

/** What was alone in its row is judged there; what came with others and has something to be said of it goes apart. */
function verdictOf(readings: LogReading[]): Verdict & { aparts: Apart[] } {
  const [{ row, isDead }] = readings as [LogReading];
  if (readings.length === 1) return { id: row.id, isDead, failure: failureOf(readings[0]), aparts: [] };
  const aparts = readings.flatMap(({ metaAppId, body, isDead, ...reading }) => {
    const failure = failureOf(reading);
    return failure === null ? [] : [{ row, metaAppId, body, isDead, failure }];
  });
  return { id: row.id, isDead: false, failure: null, aparts };
}

function failureOf(reading: Pick<LogReading, "notes"> | undefined): string | null {
  return reading && reading.notes.length > 0 ? reading.notes.join("\n").slice(0, MOST_NOTE) : null;
}

function giveUp(id: number): Verdict {
  return { id, isDead: true, failure: `It was tried ${MOST_ATTEMPTS} times and never came to an end.` };
}
