import { clsx } from "clsx";

/** Beside words that say the same. */
export function StateDot({ state }: { state: "granted" | "withdrawn" | null }) {
  return (
    <span
      aria-hidden="true"
      className={clsx(
        "size-1.5 shrink-0 -translate-y-px rounded-full",
        state === null ? "bg-line-strong" : state === "granted" ? "bg-good" : "bg-bad",
      )}
    />
  );
}
