"use client";

import { useTranslations } from "next-intl";
import { ErrorState } from "@/components/ui/error-state";
import { useProblemWords } from "./use-problem-words";

/** The place of something that could not be read. */
export function ProblemState({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useTranslations("common.error");
  const { title, nextStep, code } = useProblemWords()(error);
  return <ErrorState title={title} nextStep={nextStep} code={code} retryLabel={t("retry")} onRetry={onRetry} />;
}
