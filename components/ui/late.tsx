"use client";

import { cloneElement, type ReactElement, type ReactNode, Suspense, useState } from "react";
import type { ButtonProps } from "./button";
import { Opening } from "./opening";

export type LateParts = { trigger: ReactNode; open: boolean; onOpenChange: (open: boolean) => void };

type LateProps = {
  button: ReactElement<Pick<ButtonProps, "onClick" | "onPointerEnter">>;
  /** Fetches what the button opens. */
  load: () => Promise<unknown>;
  children: (parts: LateParts) => ReactNode;
};

/** A button, and once it has been opened what stands behind it; until that has been fetched, the button alone. */
export function OnceOpened({ button, open, children }: { button: ReactNode; open: boolean; children: ReactNode }) {
  const [wanted, setWanted] = useState(false);
  if (open && !wanted) setWanted(true);
  if (!wanted) return button;
  return (
    <Suspense
      fallback={
        <>
          {button}
          {open && <Opening />}
        </>
      }
    >
      {children}
    </Suspense>
  );
}

/** A button whose menu is fetched when somebody is about to press it. */
export function Late({ button, load, children }: LateProps) {
  const [open, setOpen] = useState(false);
  const plain = cloneElement(button, { onPointerEnter: () => void load(), onClick: () => setOpen(true) });
  return (
    <OnceOpened button={plain} open={open}>
      {children({ trigger: button, open, onOpenChange: setOpen })}
    </OnceOpened>
  );
}
