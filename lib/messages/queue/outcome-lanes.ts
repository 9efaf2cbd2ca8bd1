import { isPassing } from "@/lib/errors";
import { log } from "@/lib/log";
import { SECOND } from "@/lib/time";
import type { Outcome } from "./record-outcomes";

const MOST_AT_ONCE = 200;
/** Answers come in flocks: waiting a moment for the others saves a transaction for each. */
const GATHER_MS = 10;
const LONGEST_PAUSE_MS = 5 * SECOND;

type Lane = { waiting: { outcome: Outcome; written: () => void }[]; running: boolean };
type Record = (tenantId: string, outcomes: Outcome[]) => Promise<void>;

/**
 * Writes outcomes a tenant at a time, together whatever came while the last batch was written. While the database is
 * away they are kept and tried again; one that cannot be stored is given up, so that it holds back nobody else's. Of
 * what is given up, or dies with the process, the leases run out and statuses have to tell.
 */
export class OutcomeLanes {
  readonly #lanes = new Map<string, Lane>();
  readonly #record: Record;
  #gaveUp = false;

  constructor(record: Record) {
    this.#record = record;
  }

  /** Resolves when the outcome is durable, or was given up. */
  write(outcome: Outcome): Promise<void> {
    const { tenantId } = outcome.attempt;
    const lane = this.#lanes.get(tenantId) ?? { waiting: [], running: false };
    this.#lanes.set(tenantId, lane);
    return new Promise((written) => {
      lane.waiting.push({ outcome, written });
      if (!lane.running) void this.#run(tenantId, lane);
    });
  }

  /** From now on nothing is tried twice. */
  giveUpOnFailure(): void {
    this.#gaveUp = true;
  }

  async #run(tenantId: string, lane: Lane): Promise<void> {
    lane.running = true;
    await new Promise((resolve) => setTimeout(resolve, GATHER_MS));
    while (lane.waiting.length > 0) {
      const batch = lane.waiting.splice(0, MOST_AT_ONCE);
      await this.#recordPatiently(
        tenantId,
        batch.map(({ outcome }) => outcome),
      );
      for (const { written } of batch) written();
    }
    this.#lanes.delete(tenantId);
  }

  async #recordPatiently(tenantId: string, outcomes: Outcome[]): Promise<void> {
    for (let failures = 1; ; failures += 1) {
      try {
        return await this.#record(tenantId, outcomes);
      } catch (error) {
        log().error({ error, outcomes: outcomes.length, failures }, "Outcomes of sends could not be written.");
        if (!isPassing(error)) return this.#recordOneByOne(tenantId, outcomes);
        if (this.#gaveUp) return;
        const pauseMs = Math.min(LONGEST_PAUSE_MS, 50 * 2 ** failures);
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
      }
    }
  }

  async #recordOneByOne(tenantId: string, outcomes: Outcome[]): Promise<void> {
    const [first, ...others] = outcomes;
    if (first && others.length === 0) {
      const { attempt, decision } = first;
      log().error({ messageId: attempt.messageId, kind: decision.kind }, "The outcome of a send was given up.");
      return;
    }
    for (const outcome of outcomes) await this.#recordPatiently(tenantId, [outcome]);
  }
}
