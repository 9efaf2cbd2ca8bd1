"use client";

import { useFormatter } from "next-intl";
import { useCallback } from "react";
import type { ContactField } from "@/lib/contacts/types";

const EXACT_DIGITS = 15;

/** A stored value as people read it. A date is a day, the same in every zone. */
export function useFieldWords(): (field: Pick<ContactField, "kind">, value: string) => string {
  const format = useFormatter();
  return useCallback(
    ({ kind }, value) => {
      if (kind === "date") {
        const day = new Date(`${value}T00:00:00Z`);
        return format.dateTime(day, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
      }
      // Of more digits floating point would show others.
      if (kind === "number" && value.replace(/\D/g, "").length <= EXACT_DIGITS) {
        return format.number(Number(value), { maximumFractionDigits: 10 });
      }
      return value;
    },
    [format],
  );
}
