import { type Check, databaseAnswers, migrationsAreApplied, readinessOf } from "@/lib/health";
import { type LoopHealth, runningLoops } from "@/lib/jobs";
import { metricsPage } from "@/lib/metrics";
import { MINUTE } from "@/lib/time";
import { answer, answerJson } from "./answer";
import type { OwnPage } from "./front-door";
import { isOperator } from "./guard/operator";

/** A round that lasts longer hangs. */
const LONGEST_ROUND_MS = 2 * MINUTE;

export type HealthOptions = {
  /** Absent in an engine that hands nothing on. */
  webPort: number | undefined;
  isStopping: () => boolean;
  metricsToken: string | undefined;
  /** Of the other threads. */
  loops: () => LoopHealth[];
};

/** `/healthz`: this process lives. `/readyz`: it can do its work. `/metrics`: for the operator alone. */
export function healthPages({ webPort, isStopping, metricsToken, loops }: HealthOptions): Record<string, OwnPage> {
  const checks: Record<string, Check> = {
    engine: () => {
      if (isStopping()) throw new Error("The engine is stopping.");
    },
    database: databaseAnswers,
    migrations: migrationsAreApplied,
    loops: () => ensureAlive([...runningLoops(), ...loops()]),
    ...(webPort === undefined ? {} : { web: () => webAnswers(webPort) }),
  };
  return {
    "/healthz": (_, response) => answerJson(response, 200, { status: "ok" }),
    "/readyz": async (_, response) => {
      const { ready, problems } = await readinessOf(checks);
      if (ready) answerJson(response, 200, { status: "ready" });
      else answerJson(response, 503, { title: "Not ready.", problems }, { "retry-after": "2" });
    },
    "/metrics": async (request, response, visitor) => {
      if (!isOperator(request, visitor, metricsToken)) {
        answerJson(response, 404, { title: "There is no such page." });
        return;
      }
      const { type, text } = await metricsPage();
      answer(response, 200, text, { "content-type": type });
    },
  };
}

function ensureAlive(loops: LoopHealth[]): void {
  const hanging = loops.find((loop) => loop.roundMs > LONGEST_ROUND_MS);
  if (hanging) throw new Error(`The loop "${hanging.name}" hangs.`);
}

async function webAnswers(port: number): Promise<void> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/healthz`, { redirect: "manual" });
    await response.body?.cancel();
    if (response.status < 500) return;
  } catch {
    // The same answer as a failure.
  }
  throw new Error("The console does not answer.");
}
