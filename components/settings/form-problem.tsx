"use client";

import { CircleAlert } from "lucide-react";
import { useProblemWords } from "@/components/shell/use-problem-words";
import { Notice } from "@/components/ui/notice";

/** What is wrong with a form as a whole; nothing while it is fine. */
export function FormProblem({ error }: { error: unknown }) {
  const wordsOf = useProblemWords();
  if (!error) return null;
  const { title, nextStep } = wordsOf(error);
  return (
    <div role="alert">
      <Notice tone="bad" icon={<CircleAlert />}>
        <strong className="font-semibold">{title}</strong> {nextStep}
      </Notice>
    </div>
  );
}
