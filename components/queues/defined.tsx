import { clsx } from "clsx";
import { type ReactNode, useId } from "react";

/** Words whose meaning stands under them while somebody points at them, or has the focus there. */
export function Defined({
  meaning,
  align = "start",
  children,
}: {
  meaning: string;
  align?: "start" | "end";
  children: ReactNode;
}) {
  const id = useId();
  return (
    <span className="group/meaning relative inline-block">
      {/** biome-ignore lint/a11y/noNoninteractiveTabindex: What it means has to be within reach of the keyboard too. */}
      <span tabIndex={0} aria-describedby={id} className="cursor-help border-b border-dotted border-line-strong">
        {children}
      </span>
      <span
        id={id}
        role="tooltip"
        className={clsx(
          "pointer-events-none absolute top-full z-40 mt-1.5 hidden w-60 rounded-lg border bg-raised px-3 py-2 text-start text-sm font-normal text-pretty whitespace-normal text-ink-2 shadow-high group-focus-within/meaning:block group-hover/meaning:block",
          align === "start" ? "start-0" : "end-0",
        )}
      >
        {meaning}
      </span>
    </span>
  );
}
