"use client";

import { createContext, useContext } from "react";

type FieldParts = { id: string | undefined; describedBy: string | undefined; invalid: boolean };

export const FieldContext = createContext<FieldParts>({ id: undefined, describedBy: undefined, invalid: false });

/** The attributes that tie a control to the field around it. */
export function useFieldAttributes() {
  const { id, describedBy, invalid } = useContext(FieldContext);
  return { id, "aria-describedby": describedBy, "aria-invalid": invalid || undefined };
}

export const controlLook =
  "w-full rounded-md border border-line-strong bg-surface px-2.5 text-md text-ink transition-colors placeholder:text-ink-3 hover:border-ink-3 focus-visible:border-accent focus-visible:outline-offset-0 disabled:opacity-60 aria-invalid:border-bad";
