import { isDeepStrictEqual } from "node:util";
import type { Image, MergeChange } from "./change";
import { type MergedTable, mergedTables } from "./tables";
import type { Trace } from "./trace";

/** What happened between two traces. Rows that changed in the same way are told once: a merge moves thousands alike. */
export function differenceOf(before: Trace, after: Trace): MergeChange[] {
  return mergedTables.flatMap((described) =>
    changesOf(described, before.get(described.table) ?? new Map(), after.get(described.table) ?? new Map()),
  );
}

function changesOf(described: MergedTable, before: Map<string, Image>, after: Map<string, Image>): MergeChange[] {
  const { table } = described;
  const changes: MergeChange[] = [];
  const updates = new Map<string, MergeChange & { did: "update" }>();
  for (const [name, was] of before) {
    const became = after.get(name);
    if (!became) {
      changes.push({ table, did: "delete", was });
      continue;
    }
    for (const columns of unitsOf(described, was)) {
      const [from, to] = [only(was, columns), only(became, columns)];
      if (isDeepStrictEqual(from, to)) continue;
      const same = JSON.stringify([from, to]);
      const known = updates.get(same) ?? { table, did: "update", keys: [], was: from, became: to };
      known.keys.push(only(was, described.key));
      updates.set(same, known);
    }
  }
  for (const [name, became] of after) {
    if (!before.has(name)) changes.push({ table, did: "insert", became });
  }
  return [...changes, ...updates.values()];
}

/** Each column by itself, but for those that belong together. */
function unitsOf({ key, units = [] }: MergedTable, row: Image): string[][] {
  const together = units.flat();
  const alone = Object.keys(row).filter((column) => !key.includes(column) && !together.includes(column));
  return [...units, ...alone.map((column) => [column])];
}

function only(row: Image, columns: string[]): Image {
  return Object.fromEntries(columns.map((column) => [column, row[column]]));
}
