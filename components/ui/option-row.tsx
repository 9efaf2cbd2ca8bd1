import { clsx } from "clsx";
import type { ReactNode } from "react";

type OptionRowProps = {
  id: string;
  isChosen: boolean;
  onChoose: () => void;
  className?: string | false | undefined;
  children: ReactNode;
};

/** A row of a list that a field opens: the field keeps the focus and the keys, and the row is for the pointer. */
export function OptionRow({ id, isChosen, onChoose, className, children }: OptionRowProps) {
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      onPointerDown={(event) => {
        event.preventDefault();
        onChoose();
      }}
      className={clsx("flex cursor-pointer items-center gap-2 rounded-md px-2 py-1", className)}
    >
      {children}
    </div>
  );
}
