import { log } from "@/lib/log";
import { applyGroup } from "./apply-group";
import { applyOneByOne } from "./apply-one-by-one";
import { claimLog, finishLog, releaseLog, type Verdict } from "./claim";
import { isPassing } from "./is-passing";
import { type LogReading, readLogRow } from "./read-log-row";
import { type SortedGroup, sortOut } from "./sort-out";

/** So often has a row ended the engine, or failed whole, that another try would only stand in the way of the rest. */
const MOST_ATTEMPTS = 20;
const MOST_NOTE = 2_000;

/** Takes one batch of the log to its effects. Answers how many rows it was. */
export async function ingestBatch(): Promise<number> {
  const token = crypto.randomUUID();
  const rows = await claimLog(token);
  if (rows.length === 0) return 0;
  try {
    const readings = rows.filter(({ attempts }) => attempts <= MOST_ATTEMPTS).map(readLogRow);
    const groups = await sortOut(readings);
    for (const group of groups) await applyOrSetAside(group);
    const givenUp = rows.filter(({ attempts }) => attempts > MOST_ATTEMPTS);
    await finishLog(token, [...readings.map(verdictOf), ...givenUp.map(({ id }) => giveUp(id))]);
  } catch (error) {
    await releaseLog(token, { isPassing: isPassing(error) }).catch(() =>
      log().warn("Claimed webhooks wait for their lease to run out."),
    );
    throw error;
  }
  return rows.length;
}

async function applyOrSetAside(group: SortedGroup): Promise<void> {
  try {
    await applyGroup(group);
  } catch (error) {
    if (isPassing(error)) throw error;
    log().warn({ error, items: group.arrivals.length }, "A group of webhook items failed; each is tried alone.");
    await applyOneByOne(group).catch((second) => noteFailure(group, second));
  }
}

/** Not even its failure can be noted for the tenant: the operator finds it. */
function noteFailure(group: SortedGroup, error: unknown): void {
  if (isPassing(error)) throw error;
  log().error({ error }, "Webhook items could be neither applied nor set aside.");
  for (const { notes } of group.readings) notes.push(`Items of workspace ${group.tenantId} could not be stored.`);
}

function verdictOf({ row, isDead, notes }: LogReading): Verdict {
  return { id: row.id, isDead, failure: notes.length > 0 ? notes.join("\n").slice(0, MOST_NOTE) : null };
}

function giveUp(id: number): Verdict {
  return { id, isDead: true, failure: `It was tried ${MOST_ATTEMPTS} times and never came to an end.` };
}
