"use client";

import { lazy, type ReactNode } from "react";
import { OnceOpened } from "@/components/ui/late";
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
  align?: "start" | "end";
};

/** The picker of labels behind a button, loaded when it is wanted. */
export function LabelButton({ button, open, onOpenChange, ...rest }: ButtonProps) {
  return (
    <OnceOpened button={button} open={open}>
      <LabelPicker trigger={button} open={open} onOpenChange={onOpenChange} {...rest} />
    </OnceOpened>
  );
}
