import { type Row, type Unit, type Verdict, verdictOf } from "./row";

const marks: Record<Verdict, string> = {
  "aim reached": "●",
  "above the floor": "◐",
  "below the aim": "○",
  "below the floor": "✗",
};

/** Few digits where the figure is large, more where it is small. */
export function shown(value: number, unit: Unit): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  const number = value.toLocaleString("en-US", { maximumFractionDigits: digits });
  return unit === "/s" || unit === "%" ? `${number}${unit === "%" ? " %" : unit}` : `${number} ${unit}`;
}

/** A figure, its marks and its verdict on a line; below it the reference and the notes. */
export function tableOf(rows: Row[]): string {
  const lines = rows.map((row) => {
    const verdict = verdictOf(row);
    const sign = row.better === "more" ? "≥" : "≤";
    const mark = (value: number | undefined) => (value === undefined ? "" : `${sign} ${shown(value, row.unit)}`);
    return {
      cells: [row.what, shown(row.figure, row.unit), mark(row.aim), mark(row.floor), `${marks[verdict]} ${verdict}`],
      below: [`reference: ${row.reference}`, ...row.notes],
    };
  });
  const heads = ["", "figure", "aim", "floor", "verdict"];
  const widths = heads.map((head, at) => Math.max(head.length, ...lines.map(({ cells }) => cells[at]?.length ?? 0)));
  const line = (cells: string[]) => cells.map((cell, at) => pad(cell, widths[at] ?? 0, at)).join("  ");
  return [line(heads), ...lines.flatMap(({ cells, below }) => [line(cells), ...below.map((text) => `    ${text}`)])]
    .map((text) => text.trimEnd())
    .join("\n");
}

/** Words to the left, figures to the right. */
function pad(cell: string, width: number, column: number): string {
  return column === 0 || column === 4 ? cell.padEnd(width) : cell.padStart(width);
}
