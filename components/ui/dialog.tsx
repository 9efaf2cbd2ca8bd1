"use client";

import { clsx } from "clsx";
import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { IconButton } from "./icon-button";
import { useOpener } from "./use-opener";

type DialogProps = {
  open: boolean;
  onClose: () => void;
  title: string;
  description?: ReactNode;
  closeLabel: string;
  size?: "small" | "medium" | "large";
  children?: ReactNode;
  /** Nothing in it takes the focus, so that what scrolls has to. */
  isOnlyRead?: boolean;
  /** The buttons; on a phone they stay in reach of the thumb. */
  footer?: ReactNode;
};

const widths = { small: "sm:max-w-100", medium: "sm:max-w-130", large: "sm:max-w-190" };

export function Dialog({
  open,
  onClose,
  title,
  description,
  closeLabel,
  size = "small",
  children,
  isOnlyRead = false,
  footer,
}: DialogProps) {
  const { remember, onCloseAutoFocus } = useOpener();
  return (
    <Radix.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-50 animate-appear bg-veil" />
        <Radix.Content
          onCloseAutoFocus={onCloseAutoFocus}
          {...(description ? {} : { "aria-describedby": undefined })}
          className={clsx(
            "fixed inset-x-0 bottom-0 z-50 mx-auto flex max-h-[90dvh] w-full flex-col overflow-hidden rounded-t-xl border border-line bg-raised shadow-high outline-none",
            "animate-appear sm:inset-y-0 sm:my-auto sm:h-fit sm:rounded-xl",
            widths[size],
          )}
        >
          {remember}
          <header className="flex items-start gap-3 px-5 pt-4 pb-2">
            <div className="min-w-0 flex-1">
              <Radix.Title className="text-xl font-semibold text-balance">{title}</Radix.Title>
              {description && <Radix.Description className="mt-1 text-ink-2">{description}</Radix.Description>}
            </div>
            <IconButton label={closeLabel} onClick={onClose} className="-me-2">
              <X className="size-4" />
            </IconButton>
          </header>
          <div
            {...(isOnlyRead ? { tabIndex: 0 } : {})}
            className="focus-inset min-h-0 flex-1 overflow-y-auto px-5 pb-5"
          >
            {children}
          </div>
          {footer && <footer className="flex flex-wrap justify-end gap-2 border-t px-5 py-3">{footer}</footer>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
