"use client";

import { useTranslations } from "next-intl";
import type { SlotProblem } from "@/lib/templates/types";

export function useSlotProblemWords(): (problem: SlotProblem) => string {
  const t = useTranslations("templates.problem");
  return ({ code, most }) => (code === "too_long" || code === "whole_too_long" ? t(code, { most }) : t(code));
}
