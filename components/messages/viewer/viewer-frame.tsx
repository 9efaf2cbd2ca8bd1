"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Dialog as Radix } from "radix-ui";
import type { KeyboardEvent, ReactNode } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { useOpener } from "@/components/ui/use-opener";

type FrameProps = {
  title: string;
  detail: string;
  tools: ReactNode;
  onKeyDown?: (event: KeyboardEvent) => void;
  onClose: () => void;
  children: ReactNode;
};

/** The whole page for one thing: its name and tools above it, Escape to leave. */
export function ViewerFrame({ title, detail, tools, onKeyDown, onClose, children }: FrameProps) {
  const t = useTranslations("media.viewer");
  const { remember, onCloseAutoFocus } = useOpener();
  return (
    <Radix.Root open onOpenChange={(next) => !next && onClose()}>
      <Radix.Portal>
        <Radix.Content
          aria-describedby={undefined}
          onKeyDown={onKeyDown}
          onCloseAutoFocus={onCloseAutoFocus}
          className="fixed inset-0 z-50 flex animate-appear flex-col bg-canvas outline-none"
        >
          {remember}
          <header className="flex h-13 shrink-0 items-center gap-1 border-b bg-surface px-4 max-md:px-2">
            <div className="min-w-0 flex-1">
              <Radix.Title dir="auto" className="truncate font-semibold">
                {title}
              </Radix.Title>
              <p aria-live="polite" className="truncate text-xs text-ink-3">
                {detail}
              </p>
            </div>
            {tools}
            <IconButton label={t("close")} onClick={onClose}>
              <X className="size-4.5" />
            </IconButton>
          </header>
          <div className="relative flex min-h-0 flex-1 p-4 max-md:p-1">{children}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
