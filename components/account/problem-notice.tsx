"use client";

import { useTranslations } from "next-intl";
import type { ProblemError } from "@/components/api/problem";
import { Notice } from "@/components/ui/notice";

/** Refusals whose words are in the catalogue; any other brings its own. */
const known = ["wrong_credentials", "too_many_attempts", "internal", "unavailable", "offline"] as const;

/** Why it was refused and what to do; silent for what is said beside a field. */
export function ProblemNotice({ problem }: { problem: ProblemError | null }) {
  const t = useTranslations("public.problem");
  if (!problem || problem.fields.length > 0) return null;
  const minutes = Math.ceil(Number(problem.details.retryAfterSeconds ?? 60) / 60);
  const code = known.find((each) => each === problem.code);
  const title = code ? t(`${code}.title`) : problem.title;
  const nextStep = code ? t(`${code}.nextStep`, { minutes }) : problem.nextStep;
  return (
    <div role="alert">
      <Notice tone="bad">
        <p className="font-medium">{title}</p>
        {nextStep && <p>{nextStep}</p>}
        {problem.id && <p className="font-mono text-xs">{problem.id}</p>}
      </Notice>
    </div>
  );
}
