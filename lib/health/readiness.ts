import { SECOND } from "@/lib/time";

/** Resolves when all is well, else throws what is wrong, in words that a stranger may read. */
export type Check = () => Promise<void> | void;
export type Readiness = { ready: boolean; problems: { check: string; reason: string }[] };

const WITHIN_MS = 2 * SECOND;

/** Runs all checks at once; one that does not answer in time has failed. */
export async function readinessOf(checks: Record<string, Check>, withinMs = WITHIN_MS): Promise<Readiness> {
  const outcomes = await Promise.all(
    Object.entries(checks).map(async ([check, run]) => {
      const reason = await reasonOf(run, withinMs);
      return reason === null ? [] : [{ check, reason }];
    }),
  );
  const problems = outcomes.flat();
  return { ready: problems.length === 0, problems };
}

async function reasonOf(run: Check, withinMs: number): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, withinMs, `No answer within ${withinMs / SECOND} s.`);
  });
  const outcome = Promise.resolve()
    .then(run)
    .then(
      () => null,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
  try {
    return await Promise.race([outcome, late]);
  } finally {
    clearTimeout(timer);
  }
}
