/** The parts of an engine, so that a large installation can run some of them apart. */
export const parts = ["door", "realtime", "ingest", "send", "jobs"] as const;
export type Part = (typeof parts)[number];

/**
 * The parts that the command line asks for: `--only door,realtime`, or all without it.
 * @throws {Error} naming a part that there is not
 */
export function partsFrom(args: string[]): ReadonlySet<Part> {
  const at = args.findIndex((arg) => arg === "--only" || arg.startsWith("--only="));
  if (at === -1) return new Set(parts);
  const list = args[at]?.startsWith("--only=") ? args[at].slice("--only=".length) : args[at + 1];
  const wanted = (list ?? "").split(",").map((name) => name.trim());
  const unknown = wanted.find((name) => !parts.includes(name as Part));
  if (unknown !== undefined) throw new Error(`--only takes some of ${parts.join(", ")}, but got "${unknown}".`);
  return new Set(wanted as Part[]);
}
