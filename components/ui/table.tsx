import { clsx } from "clsx";
import type { ComponentProps, ReactNode } from "react";

/** A table that scrolls sideways in its own frame where the screen is narrow. */
export function Table({ caption, head, children }: { caption: string; head: ReactNode; children: ReactNode }) {
  return (
    // Positioned, or what is written for readers of screens alone would widen the page beyond this frame.
    <div className="relative overflow-x-auto">
      <table className="w-full border-collapse">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>{head}</tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

export function Th({ className, ...rest }: ComponentProps<"th">) {
  return (
    <th
      scope="col"
      {...rest}
      className={clsx("px-4 py-2 text-start text-sm font-medium whitespace-nowrap text-ink-3", className)}
    />
  );
}

export function Td({ className, ...rest }: ComponentProps<"td">) {
  return <td {...rest} className={clsx("border-t px-4 py-2 align-middle", className)} />;
}
