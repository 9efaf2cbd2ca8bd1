"use client";

import { clsx } from "clsx";
import type { ComponentProps } from "react";
import { controlLook, useFieldAttributes } from "./field-context";

export function Textarea({ className, ...rest }: ComponentProps<"textarea">) {
  return <textarea rows={3} {...useFieldAttributes()} {...rest} className={clsx(controlLook, "py-1.5", className)} />;
}
