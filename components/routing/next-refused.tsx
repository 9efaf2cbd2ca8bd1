"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { ProblemError } from "@/components/api";
import { useRefusalWords } from "@/components/shell/use-refusal-words";

/** Why I was not given the next one. */
export function NextRefused({ problem }: { problem: ProblemError }) {
  const t = useTranslations("routing.mine");
  const format = useFormatter();
  const { title, nextStep } = useRefusalWords()(problem);
  const { loadPercent, capacityPercent } = problem.details;
  const whole = (percent: unknown) => format.number(Number(percent) / 100, { maximumFractionDigits: 1 });
  return (
    <p role="alert" className="text-sm">
      <span className="font-semibold">{title}</span>{" "}
      {loadPercent !== undefined && t("full", { load: whole(loadPercent), capacity: whole(capacityPercent) })}{" "}
      <span className="text-ink-2">{nextStep}</span>
    </p>
  );
}
