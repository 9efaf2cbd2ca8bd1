/** One figure of the benchmarks beside what it should be. */
export type Row = {
  /** The measurement that it comes from, as `--only` names it. */
  from: string;
  what: string;
  figure: number;
  unit: Unit;
  better: "more" | "less";
  aim: number;
  /** Absent where there is an aim alone. */
  floor?: number;
  /** What was measured beside it, so that the figure can be judged on another machine. */
  reference: string;
  /** How it came about. */
  notes: string[];
};

export type Unit = "%" | "/s" | "ms" | "MB" | "s" | "rows" | "conversations";
export type Verdict = "aim reached" | "above the floor" | "below the aim" | "below the floor";

/** Where there is no floor, a figure can miss its aim without failing. */
export function verdictOf({ figure, better, aim, floor }: Pick<Row, "figure" | "better" | "aim" | "floor">): Verdict {
  const reaches = (mark: number) => (better === "more" ? figure >= mark : figure <= mark);
  if (reaches(aim)) return "aim reached";
  if (floor === undefined) return "below the aim";
  return reaches(floor) ? "above the floor" : "below the floor";
}
