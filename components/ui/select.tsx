"use client";

import { clsx } from "clsx";
import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { controlLook, useFieldAttributes } from "./field-context";

/** The browser's own select: right on phones, with every keyboard, and in every language. */
export function Select({ className, children, ...rest }: ComponentProps<"select">) {
  return (
    <span className={clsx("relative block", className)}>
      <select {...useFieldAttributes()} {...rest} className={clsx(controlLook, "h-8.5 appearance-none pe-8")}>
        {children}
      </select>
      <ChevronDown
        aria-hidden="true"
        className="pointer-events-none absolute inset-y-0 end-2.5 my-auto size-3.5 text-ink-3"
      />
    </span>
  );
}
