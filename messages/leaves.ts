import { readdirSync, readFileSync } from "node:fs";

/** Every message of a language by its whole path: `inbox.list.more`. */
export function messagesOf(language: string): Map<string, string> {
  const folder = new URL(`./${language}/`, import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return new Map(
    files.flatMap((name) =>
      leavesOf(name.slice(0, -".json".length), JSON.parse(readFileSync(new URL(name, folder), "utf8"))),
    ),
  );
}

function leavesOf(path: string, value: unknown): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  return Object.entries(value as Record<string, unknown>).flatMap(([key, inner]) => leavesOf(`${path}.${key}`, inner));
}
