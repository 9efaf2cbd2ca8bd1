import { clsx } from "clsx";

/** A number in a pill; what it counts is said to those who do not see it. */
export function Count({ value, label, tone = "accent" }: { value: number; label: string; tone?: "accent" | "bad" }) {
  return (
    <span
      className={clsx(
        "inline-block h-4 min-w-4 rounded-full px-1 text-center text-2xs leading-4 font-semibold",
        tone === "accent" ? "bg-accent text-accent-ink" : "bg-bad text-bad-ink",
      )}
    >
      <span aria-hidden="true">{value > 99 ? "99+" : value}</span>
      <span className="sr-only">{label}</span>
    </span>
  );
}
