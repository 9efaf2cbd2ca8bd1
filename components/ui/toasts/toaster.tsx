"use client";

import { clsx } from "clsx";
import { X } from "lucide-react";
import { useSyncExternalStore } from "react";
import { dismissToast, shownToasts, subscribeToToasts, type Toast } from "./store";

const none: readonly Toast[] = [];

/** Where toasts appear; once in a page. */
export function Toaster({ dismissLabel }: { dismissLabel: string }) {
  const toasts = useSyncExternalStore(subscribeToToasts, shownToasts, () => none);
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 top-15 z-60 flex flex-col items-center gap-2 px-4"
    >
      {toasts.map((toast) => (
        <div
          key={toast.id}
          className={clsx(
            "pointer-events-auto flex max-w-120 animate-rise items-center gap-3 rounded-lg border bg-raised py-2 ps-4 pe-2 shadow-high",
            toast.tone === "bad" && "border-s-4 border-s-bad",
          )}
        >
          <div className="min-w-0">
            <p className="font-medium">{toast.text}</p>
            {toast.nextStep && <p className="text-sm text-ink-2">{toast.nextStep}</p>}
          </div>
          {toast.action && (
            <button
              type="button"
              className="rounded-sm px-2 py-1 font-semibold text-accent hover:bg-hover"
              onClick={() => {
                toast.action?.run();
                dismissToast(toast.id);
              }}
            >
              {toast.action.label}
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
