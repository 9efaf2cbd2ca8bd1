import { clsx } from "clsx";

const BARS = 48;
const LEAST = 0.06;

type LevelsProps = {
  levels: readonly number[];
  /** How much of it has been played, from 0 to 1; null while it is recorded. */
  played: number | null;
};

/** How loud it was, a bar for each moment. */
export function Levels({ levels, played }: LevelsProps) {
  const shown = played === null ? lastOf(levels) : spread(levels);
  return (
    <div aria-hidden="true" className="flex h-7 min-w-0 flex-1 items-center gap-0.5 overflow-hidden">
      {shown.map((level, at) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: A bar is nothing but its place.
          key={at}
          style={{ height: `${Math.max(LEAST, level) * 100}%` }}
          className={clsx(
            "min-h-0.5 min-w-0.5 flex-1 rounded-full",
            played !== null && at / BARS >= played ? "bg-ink-3/45" : "bg-accent",
          )}
        />
      ))}
    </div>
  );
}

function lastOf(levels: readonly number[]): number[] {
  return [...Array(Math.max(0, BARS - levels.length)).fill(0), ...levels.slice(-BARS)];
}

/** The whole of it in as many bars as there are, each the loudest of its part. */
function spread(levels: readonly number[]): number[] {
  return Array.from({ length: BARS }, (_, at) => {
    const from = Math.floor((at * levels.length) / BARS);
    const to = Math.max(from + 1, Math.floor(((at + 1) * levels.length) / BARS));
    return Math.max(0, ...levels.slice(from, to));
  });
}
