import { resolve } from "node:path";
import { parseArgs } from "node:util";

export type Options = {
  json: boolean;
  /** Names of the measurements to make; all when empty. */
  only: string[];
  /** Seconds of full load. */
  loadSeconds: number;
  /** Messages to send, over all channels. */
  messages: number;
  /** Seconds of one round at the door. */
  doorSeconds: number;
  memoryMinutes: number;
  /** Where the engine writes a CPU profile when it stops. */
  profileDir: string | undefined;
};

export const usage = `npm run bench -- [options]

  --only door,load      only these measurements: door, load, screen, sending, conversation, thread, finding, routing,
                        start
  --quick               seconds instead of minutes: a glance, not a verdict
  --memory-minutes 10   how long everything rests before its memory is measured (1)
  --profile <folder>    the engine writes a CPU profile there
  --json                one JSON object instead of a table`;

/** @throws {Error} for an option that there is not, or a value that does not fit */
export function readOptions(args: string[], names: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      json: { type: "boolean", default: false },
      quick: { type: "boolean", default: false },
      only: { type: "string", default: "" },
      "memory-minutes": { type: "string" },
      profile: { type: "string" },
    },
  });
  const only = values.only.split(",").filter(Boolean);
  const unknown = only.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Error(`--only takes some of ${names.join(", ")}, but got "${unknown}".`);
  const memoryMinutes = Number(values["memory-minutes"] ?? (values.quick ? 0.1 : 1));
  if (!(memoryMinutes >= 0 && memoryMinutes <= 60)) {
    throw new Error("--memory-minutes takes a number from 0 to 60.");
  }
  return {
    json: values.json,
    only,
    loadSeconds: values.quick ? 10 : 60,
    messages: values.quick ? 4_000 : 20_000,
    doorSeconds: values.quick ? 2 : 5,
    memoryMinutes,
    profileDir: values.profile === undefined ? undefined : resolve(values.profile),
  };
}
