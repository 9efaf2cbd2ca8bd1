"use client";

import { TriangleAlert } from "lucide-react";
import { Button } from "./button";

type ErrorStateProps = {
  title: string;
  nextStep?: string | undefined;
  /** A code or id to quote to whoever runs the installation. */
  code?: string | undefined;
  retryLabel: string;
  onRetry: () => void;
};

/** What happened, what can be done, and a way to try again. */
export function ErrorState({ title, nextStep, code, retryLabel, onRetry }: ErrorStateProps) {
  return (
    <div role="alert" className="flex flex-col items-center justify-center gap-1 px-6 py-10 text-center">
      <span className="mb-2 grid size-11 place-items-center rounded-xl bg-bad-soft text-bad">
        <TriangleAlert className="size-5" />
      </span>
      <p className="text-lg font-semibold">{title}</p>
      {nextStep && <p className="max-w-80 text-pretty text-ink-2">{nextStep}</p>}
      {code && <p className="font-mono text-xs break-all text-ink-3">{code}</p>}
      <Button className="mt-3" onClick={onRetry}>
        {retryLabel}
      </Button>
    </div>
  );
}
