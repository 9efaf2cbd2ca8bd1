"use client";

import { type ReactNode, Suspense, useState } from "react";
import { Opening } from "./opening";

type LinkProps = {
  /** What the dialog is made of, wanted as soon as the pointer is near. */
  load: () => Promise<unknown>;
  dialog: (onClose: () => void) => ReactNode;
  children: ReactNode;
};

/** Words in a line that open a dialog, which comes late. */
export function DialogLink({ load, dialog, children }: LinkProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="ms-1 rounded-sm underline hover:text-ink"
        onPointerEnter={() => void load()}
        onClick={() => setOpen(true)}
      >
        {children}
      </button>
      {isOpen && <Suspense fallback={<Opening />}>{dialog(() => setOpen(false))}</Suspense>}
    </>
  );
}
