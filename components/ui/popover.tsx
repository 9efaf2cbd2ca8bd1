"use client";

import { clsx } from "clsx";
import { Popover as Radix } from "radix-ui";
import { type ReactNode, useRef } from "react";
import { useOpener } from "./use-opener";

type PopoverProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  trigger: ReactNode;
  label: string;
  children: ReactNode;
  align?: "start" | "center" | "end" | undefined;
  side?: "top" | "bottom";
  className?: string;
};

export function Popover({
  open,
  onOpenChange,
  trigger,
  label,
  children,
  align = "end",
  side = "bottom",
  className,
}: PopoverProps) {
  const opener = useOpener({ orElseRadix: true });
  const isByTrigger = useRef(false);
  return (
    <Radix.Root
      open={open}
      onOpenChange={(next) => {
        if (next) isByTrigger.current = true;
        onOpenChange(next);
      }}
    >
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            if (!isByTrigger.current) opener.onCloseAutoFocus(event);
            isByTrigger.current = false;
          }}
          className={clsx(
            "z-50 animate-appear rounded-lg border border-line bg-raised shadow-high outline-none",
            className,
          )}
        >
          {opener.remember}
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
