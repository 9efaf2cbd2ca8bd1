import { clsx } from "clsx";
import type { ComponentProps, ReactNode } from "react";

/**
 * A table; on a phone each row is a small card: the first cell and what can be done stand in one line, the rest below. On
 * a screen between it scrolls sideways in its own frame.
 */
export function Table({ caption, head, children }: { caption: string; head: ReactNode; children: ReactNode }) {
  return (
    // Positioned, or what is written for readers of screens alone would widen the page beyond this frame.
    <div className="relative overflow-x-auto">
      <table className="w-full border-collapse">
        <caption className="sr-only">{caption}</caption>
        {/* What explains itself in the head would take the focus unseen: on a phone the labels of the cells do it. */}
        <thead className="max-md:sr-only max-md:[&_[tabindex]]:hidden">
          <tr>{head}</tr>
        </thead>
        <tbody className={stacked}>{children}</tbody>
      </table>
    </div>
  );
}

/** The break after the first line is an element of its own, or a short cell would slip in beside the button. */
const stacked = clsx(
  "max-md:[&>tr]:flex max-md:[&>tr]:flex-wrap max-md:[&>tr]:items-center max-md:[&>tr]:gap-x-3 max-md:[&>tr]:gap-y-1",
  "max-md:[&>tr]:border-t max-md:[&>tr]:px-4 max-md:[&>tr]:py-2.5 max-md:[&>tr:first-child]:border-t-0",
  "max-md:[&>tr]:after:order-3 max-md:[&>tr]:after:basis-full max-md:[&>tr]:after:content-['']",
  "max-md:[&>tr>td]:order-4 max-md:[&>tr>td]:border-t-0 max-md:[&>tr>td]:p-0 max-md:[&>tr>td:last-child]:order-2",
  "max-md:[&>tr>td:first-child]:order-1 max-md:[&>tr>td:first-child]:min-w-0 max-md:[&>tr>td:first-child]:flex-1",
);

export function Th({ className, ...rest }: ComponentProps<"th">) {
  return (
    <th
      scope="col"
      {...rest}
      className={clsx("px-4 py-2 text-start text-sm font-medium whitespace-nowrap text-ink-3", className)}
    />
  );
}

/** @param label what a value is that does not say it of itself, for a phone, where the head is not seen */
export function Td({ className, label, children, ...rest }: ComponentProps<"td"> & { label?: ReactNode }) {
  return (
    <td {...rest} className={clsx("border-t px-4 py-2 align-middle", className)}>
      {label && <span className="text-ink-3 md:hidden">{label}: </span>}
      {children}
    </td>
  );
}
