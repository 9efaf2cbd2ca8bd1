"use client";

import { useTranslations } from "next-intl";
import { Tag, type Tone } from "@/components/ui/tag";
import type { RuleOutcome } from "@/lib/rules/types";

const tones: Record<RuleOutcome, Tone> = { done: "good", unmatched: "plain", stopped: "warn", refused: "bad" };

export function OutcomeTag({ outcome }: { outcome: RuleOutcome }) {
  const t = useTranslations("runs.outcomes");
  return <Tag tone={tones[outcome]}>{t(outcome)}</Tag>;
}
