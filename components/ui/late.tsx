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

/** A button whose menu is fetched when somebody is about to press it. */
export function Late({ button, load, children }: LateProps) {
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  const plain = cloneElement(button, {
    onPointerEnter: () => void load(),
    onClick: () => {
      setWanted(true);
      setOpen(true);
    },
  });
  if (!wanted) return plain;
  return (
    <Suspense
      fallback={
        <>
          {plain}
          <Opening />
        </>
      }
    >
      {children({ trigger: button, open, onOpenChange: setOpen })}
    </Suspense>
  );
}
