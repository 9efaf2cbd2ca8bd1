/**
 * Work in a process of its own, so that it costs the measured ones no turn of their event loop: this same program, started
 * with the assistant's name. The two speak in calls, one answer each.
 */
import { fork } from "node:child_process";
import { untilStopped } from "@/bench/house/open";
import { bundleFlags, bundlePath } from "@/scripts/support/build.mjs";

export const ASSISTANT = "--assistant";

type Verbs = Record<string, (input: never) => unknown>;
type Call = { id: number; verb: string; input: unknown };
type Answer = { id: number; output: unknown } | { id: number; failure: string };

export type Assistant<V extends Verbs> = {
  ask: <N extends keyof V & string>(verb: N, input: Parameters<V[N]>[0]) => Promise<Awaited<ReturnType<V[N]>>>;
  pid: number;
  stop: () => Promise<void>;
};

export function startAssistant<V extends Verbs>(name: string): Assistant<V> {
  const child = fork(bundlePath("bench"), [ASSISTANT, name], {
    execArgv: bundleFlags,
    serialization: "advanced",
    // Ctrl-C is for the one who started it, who then ends this one.
    detached: process.platform !== "win32",
  });
  const waiting = new Map<number, { resolve: (output: unknown) => void; reject: (error: Error) => void }>();
  let calls = 0;
  child.on("message", (message) => {
    const answer = message as Answer;
    const caller = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ("failure" in answer) caller?.reject(new Error(`${name}: ${answer.failure}`));
    else caller?.resolve(answer.output);
  });
  const exited = new Promise<void>((resolve) => {
    child.once("exit", (code, signal) => {
      for (const { reject } of waiting.values()) reject(new Error(`${name} has ended (${signal ?? code}).`));
      resolve();
    });
  });
  return {
    pid: child.pid ?? 0,
    ask: (verb, input) =>
      new Promise((resolve, reject) => {
        calls += 1;
        waiting.set(calls, { resolve: resolve as (output: unknown) => void, reject });
        child.send({ id: calls, verb, input } satisfies Call);
      }),
    stop: untilStopped(async () => {
      child.kill("SIGKILL");
      await exited;
    }),
  };
}

/** The assistant's side: answers calls until the one who started it is gone. */
export function serveCalls(verbs: Verbs): void {
  process.once("disconnect", () => process.exit());
  process.on("message", async (message) => {
    const { id, verb, input } = message as Call;
    try {
      const output = await (verbs[verb] as (input: unknown) => unknown)(input);
      process.send?.({ id, output } satisfies Answer);
    } catch (error) {
      const failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
      process.send?.({ id, failure } satisfies Answer);
    }
  });
}
