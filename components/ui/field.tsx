"use client";

import { clsx } from "clsx";
import { type ReactNode, useId } from "react";
import { FieldContext } from "./field-context";

type FieldProps = {
  label: string;
  hint?: ReactNode;
  /** What is wrong, in words; marks the control as invalid. */
  error?: ReactNode;
  className?: string;
  children: ReactNode;
};

/** Names a control and says what belongs in it or what is wrong. The control inside takes its ids from here. */
export function Field({ label, hint, error, className, children }: FieldProps) {
  const id = useId();
  const described = error || hint ? `${id}-words` : undefined;
  return (
    <div className={clsx("flex flex-col gap-1", className)}>
      <label htmlFor={id} className="text-sm font-medium text-ink">
        {label}
      </label>
      <FieldContext value={{ id, describedBy: described, invalid: Boolean(error) }}>{children}</FieldContext>
      {error ? (
        <p id={described} role="alert" className="text-sm text-bad first-letter:uppercase">
          {error}
        </p>
      ) : (
        hint && (
          <p id={described} className="text-sm text-ink-3">
            {hint}
          </p>
        )
      )}
    </div>
  );
}
