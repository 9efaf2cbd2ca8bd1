import { clsx } from "clsx";
import type { ComponentProps, ReactNode } from "react";

export function Checkbox({ label, className, ...rest }: ComponentProps<"input"> & { label: ReactNode }) {
  return (
    <label className={clsx("flex min-h-7 cursor-pointer items-center gap-2 text-md", className)}>
      <input type="checkbox" {...rest} className="size-4 accent-(--accent)" />
      {label}
    </label>
  );
}
