"use client";

import { clsx } from "clsx";
import type { ComponentProps } from "react";
import { controlLook, useFieldAttributes } from "./field-context";

export function Input({ className, ...rest }: ComponentProps<"input">) {
  return <input {...useFieldAttributes()} {...rest} className={clsx(controlLook, "h-8.5", className)} />;
}
