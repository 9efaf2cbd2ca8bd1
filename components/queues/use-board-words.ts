"use client";

import { useTranslations } from "next-intl";
import type { QueueFigures } from "@/lib/queues/types";
import type { ExpectedWait } from "@/lib/routing/types";
import { rangeOf } from "./durations";

/** Figures in the words of the board. */
export function useBoardWords() {
  const t = useTranslations("queues");
  return {
    expected: (range: ExpectedWait | null) => {
      if (range === null) return "–";
      const { unit, from, to } = rangeOf(range);
      if (from === to) return t("expected.about", { count: to, unit: unit === "hours" ? "hours" : "minutes" });
      return unit === "underMinutes" ? t("expected.under", { to }) : t(`expected.${unit}`, { from, to });
    },
    nameOf: ({ departmentId, name }: Pick<QueueFigures, "departmentId" | "name">) =>
      departmentId === null ? t("noDepartment") : (name ?? ""),
    percent: ({ kept, ended }: QueueFigures["promises"]) => (ended === 0 ? null : Math.floor((kept / ended) * 100)),
  };
}
