import { cva, type VariantProps } from "class-variance-authority";
import { clsx } from "clsx";
import type { ComponentProps, MouseEvent } from "react";
import { Spinner } from "./spinner";

export const buttonLook = cva(
  "inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap transition-colors select-none disabled:cursor-default disabled:opacity-55 aria-disabled:cursor-default aria-disabled:opacity-55",
  {
    variants: {
      variant: {
        primary:
          "border-accent bg-accent text-accent-ink hover:not-disabled:not-aria-disabled:border-accent-hover hover:not-disabled:not-aria-disabled:bg-accent-hover",
        secondary: "border-line-strong bg-surface text-ink hover:not-disabled:not-aria-disabled:bg-hover",
        quiet:
          "border-transparent bg-transparent text-ink-2 hover:not-disabled:not-aria-disabled:bg-hover hover:not-disabled:not-aria-disabled:text-ink",
        danger:
          "border-bad bg-bad text-bad-ink hover:not-disabled:not-aria-disabled:border-bad-hover hover:not-disabled:not-aria-disabled:bg-bad-hover",
      },
      size: {
        small: "h-6.5 px-2 text-xs",
        medium: "h-7.5 px-2.5 text-sm",
        large: "h-9 px-4 text-md",
        icon: "size-7.5 p-0",
      },
    },
    defaultVariants: { variant: "secondary", size: "medium" },
  },
);

export type ButtonProps = ComponentProps<"button"> &
  VariantProps<typeof buttonLook> & {
    /** Shows that it works on it, and takes no second click. */
    busy?: boolean;
  };

export function Button({ variant, size, busy = false, className, children, onClick, ...rest }: ButtonProps) {
  const refuse = (event: MouseEvent) => event.preventDefault();
  return (
    // While it works it is not `disabled`: that would take the focus away from whoever pressed it by a key.
    <button
      type="button"
      {...rest}
      onClick={busy ? refuse : onClick}
      {...(busy ? { "aria-disabled": true, "aria-busy": true } : {})}
      className={clsx(buttonLook({ variant, size }), className)}
    >
      {busy && <Spinner />}
      {children}
    </button>
  );
}
