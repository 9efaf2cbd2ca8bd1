"use client";

import { Direction } from "radix-ui";
import type { ReactNode } from "react";

/** Menus and tabs set a direction of their own, which is left to right unless they are told. */
export function ReadingDirection({ direction, children }: { direction: "ltr" | "rtl"; children: ReactNode }) {
  return <Direction.Provider dir={direction}>{children}</Direction.Provider>;
}

export const useDirection: () => "ltr" | "rtl" = Direction.useDirection;
