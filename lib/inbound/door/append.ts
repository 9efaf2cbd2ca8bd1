import { queryAtDoor } from "@/db/door";
import { UnavailableError } from "@/lib/errors";
import { isUrgent } from "@/lib/inbound/lane";
import { type SignedBody, sealBodies } from "@/lib/inbound/log-body";

const MOST_IN_FLIGHT = 2;
const MOST_AT_ONCE = 500;
const MOST_BATCH_BYTES = 4 * 1024 * 1024;
const MOST_WAITING = 5_000;
const MOST_WAITING_BYTES = 64 * 1024 * 1024;

type Waiting = SignedBody & { resolve: () => void; reject: (error: unknown) => void };

const waiting: Waiting[] = [];
let waitingBytes = 0;
let inFlight = 0;
let scheduled = false;

/**
 * Appends to the log; resolves once it is committed. Those who wait together go in one statement: the next one starts
 * when the one before has ended, so the batch is as large as the database is slow and nobody waits for a timer.
 *
 * @throws {UnavailableError} when too many are waiting already.
 */
export function appendToLog(metaAppId: string, body: Uint8Array): Promise<void> {
  if (waiting.length >= MOST_WAITING || waitingBytes + body.length > MOST_WAITING_BYTES) {
    return Promise.reject(new UnavailableError("Too many webhooks wait to be stored."));
  }
  return new Promise((resolve, reject) => {
    waiting.push({ metaAppId, body, resolve, reject });
    waitingBytes += body.length;
    schedule();
  });
}

/** At the end of this turn of the event loop, so that all requests read in it go together. */
function schedule(): void {
  if (scheduled || inFlight >= MOST_IN_FLIGHT || waiting.length === 0) return;
  scheduled = true;
  setImmediate(() => {
    scheduled = false;
    void flush();
  });
}

async function flush(): Promise<void> {
  const batch = takeBatch();
  inFlight += 1;
  schedule();
  try {
    await write(batch);
    for (const { resolve } of batch) resolve();
  } catch (error) {
    for (const { reject } of batch) reject(error);
  } finally {
    inFlight -= 1;
    schedule();
  }
}

function takeBatch(): Waiting[] {
  let bytes = 0;
  let count = 0;
  for (const { body } of waiting) {
    if (count === MOST_AT_ONCE || (count > 0 && bytes + body.length > MOST_BATCH_BYTES)) break;
    bytes += body.length;
    count += 1;
  }
  waitingBytes -= bytes;
  return waiting.splice(0, count);
}

/** One row for each lane. */
async function write(batch: Waiting[]): Promise<void> {
  const rows = [...Map.groupBy(batch, ({ body }) => isUrgent(body))];
  const places = rows.map((_, at) => `($${3 * at + 1}::uuid[], $${3 * at + 2}, $${3 * at + 3})`);
  await queryAtDoor(
    `insert into webhook_log (meta_app_ids, urgent, body) values ${places.join(", ")}`,
    rows.flatMap(([urgent, webhooks]) => [webhooks.map(({ metaAppId }) => metaAppId), urgent, sealBodies(webhooks)]),
  );
}
