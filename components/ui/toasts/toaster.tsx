"use client";

import { clsx } from "clsx";
import { X } from "lucide-react";
import { useSyncExternalStore } from "react";
import { dismissToast, holdToast, letGo, shownToasts, subscribeToToasts, type Toast, undoOf } from "./store";

const none: readonly Toast[] = [];

/** Where toasts appear; once in a page. */
export function Toaster({ dismissLabel, undoLabel }: { dismissLabel: string; undoLabel: string }) {
  const toasts = useSyncExternalStore(subscribeToToasts, shownToasts, () => none);
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 top-15 z-60 flex flex-col items-center gap-2 px-4"
    >
      {toasts.map((toast) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: Nothing is done here; a line that somebody is about to use stays.
        <div
          key={toast.id}
          onPointerEnter={() => holdToast(toast.id)}
          onPointerLeave={() => letGo(toast)}
          onFocus={() => holdToast(toast.id)}
          onBlur={() => letGo(toast)}
          className={clsx(
            "pointer-events-auto flex max-w-120 animate-rise items-center gap-3 rounded-lg border bg-raised py-2 ps-4 pe-2 shadow-high",
            toast.tone === "bad" && "border-s-4 border-s-bad",
          )}
        >
          <div className="min-w-0">
            <p className="font-medium">{toast.text}</p>
            {toast.nextStep && <p className="text-sm text-ink-2">{toast.nextStep}</p>}
          </div>
          {toast.undo && (
            <button
              type="button"
              className="rounded-sm px-2 py-1 font-semibold text-accent hover:bg-hover"
              onClick={() => undoOf(toast)}
            >
              {undoLabel}
            </button>
          )}
          <button
            type="button"
            aria-label={dismissLabel}
            className="rounded-sm p-1 text-ink-3 hover:bg-hover hover:text-ink"
            onClick={() => dismissToast(toast.id)}
          >
            <X className="size-4" />
          </button>
        </div>
      ))}
    </div>
  );
}
