"use client";

import { clsx } from "clsx";
import type { ComponentProps } from "react";
import { controlLook, useFieldAttributes } from "./field-context";

/** Grows with what is written in it, where the browser can. */
export function Textarea({ className, ...rest }: ComponentProps<"textarea">) {
  return (
    <textarea
      {...useFieldAttributes()}
      {...rest}
      className={clsx(controlLook, "field-sizing-content max-h-60 min-h-16 resize-y py-1.5", className)}
    />
  );
}
