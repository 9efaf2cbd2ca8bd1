"use client";

import { clsx } from "clsx";
import { Check } from "lucide-react";
import { DropdownMenu as Radix } from "radix-ui";
import { type KeyboardEvent, type ReactNode, useRef } from "react";
import { useDirection } from "./reading-direction";
import { useOpener } from "./use-opener";

type MenuProps = {
  trigger: ReactNode;
  children: ReactNode;
  align?: "start" | "end";
  side?: "top" | "bottom" | "end";
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  className?: string;
  /** Before the menu's own keys. */
  onKeyDown?: (event: KeyboardEvent) => void;
};

/** A button that opens a list of actions; arrow keys, type-ahead and Escape are Radix's. */
export function Menu(props: MenuProps) {
  const { trigger, children, align = "end", side = "bottom", open, onOpenChange, className, onKeyDown } = props;
  const direction = useDirection();
  const opener = useOpener({ orElseRadix: true });
  const isByTrigger = useRef(false);
  return (
    <Radix.Root
      open={open}
      onOpenChange={(next) => {
        if (next) isByTrigger.current = true;
        onOpenChange?.(next);
      }}
      modal={false}
    >
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          side={side === "end" ? (direction === "rtl" ? "left" : "right") : side}
          sideOffset={6}
          collisionPadding={8}
          loop
          onKeyDown={onKeyDown}
          onCloseAutoFocus={(event) => {
            if (!isByTrigger.current) opener.onCloseAutoFocus(event);
            isByTrigger.current = false;
          }}
          className={clsx(
            "z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-52 animate-appear overflow-y-auto rounded-lg border border-line bg-raised p-1 shadow-high outline-none",
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

type MenuItemProps = {
  children: ReactNode;
  onSelect: () => void;
  icon?: ReactNode;
  /** Shown with a check mark. */
  chosen?: boolean;
  danger?: boolean;
  disabled?: boolean;
  end?: ReactNode;
};

export function MenuItem({ children, onSelect, icon, chosen, danger, disabled, end }: MenuItemProps) {
  return (
    <Radix.Item
      onSelect={onSelect}
      disabled={disabled ?? false}
      className={clsx(
        "flex min-h-8 cursor-pointer items-center gap-2 rounded-md px-2 py-1 text-md outline-none select-none data-disabled:cursor-default data-disabled:opacity-50",
        danger ? "text-bad data-highlighted:bg-bad-soft" : "data-highlighted:bg-hover",
      )}
    >
      {icon && <span className="grid size-5 shrink-0 place-items-center text-ink-3">{icon}</span>}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {end}
      {chosen && <Check className="size-4 shrink-0 text-accent" />}
    </Radix.Item>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className="px-2 pt-2 pb-1 text-xs font-semibold text-ink-3">{children}</Radix.Label>;
}

export function MenuSeparator() {
  return <Radix.Separator className="-mx-1 my-1 h-px bg-line" />;
}
