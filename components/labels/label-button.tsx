"use client";

import { lazy, type ReactNode, Suspense, useState } from "react";
import { Opening } from "@/components/ui/opening";
import type { Label } from "@/lib/labels/types";

const loadPicker = () => import("./label-picker");
const LabelPicker = lazy(loadPicker);

type ButtonProps = {
  /** What opens it. */
  button: ReactNode;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  chosenIds: readonly string[];
  onToggle: (label: Label, isOn: boolean) => void;
};

/** The picker of labels behind a button, loaded when it is wanted. */
export function LabelButton({ button, open, onOpenChange, ...rest }: ButtonProps) {
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
      <LabelPicker trigger={button} open={open} onOpenChange={onOpenChange} {...rest} />
    </Suspense>
  );
}
