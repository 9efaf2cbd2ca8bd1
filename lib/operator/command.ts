import { parseArgs } from "node:util";

export type Command = {
  /** `tenant create` */
  name: string;
  /** Its options as shown, such as `--slug <slug>`. */
  usage: string;
  summary: string;
  /** What it takes; those not in `optional` have to be there. */
  options: readonly string[];
  optional?: readonly string[];
  /** Answers the lines to print; what a script reads is the last one. */
  run: (values: Record<string, string>) => Promise<string[]>;
};

/** What was typed does not fit. */
export class UsageError extends Error {}

export function optionsOf(command: Command, args: string[]): Record<string, string> {
  const values = parse(command, args);
  const missing = command.options.filter((name) => !command.optional?.includes(name) && !values[name]);
  if (missing.length > 0) throw new UsageError(`${missing.map((name) => `--${name}`).join(", ")} is missing.`);
  return values;
}

function parse(command: Command, args: string[]): Record<string, string> {
  const options = Object.fromEntries(command.options.map((name) => [name, { type: "string" } as const]));
  try {
    return parseArgs({ args, options, strict: true, allowPositionals: false }).values as Record<string, string>;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
