"use client";

import type { FormEvent, ReactNode } from "react";
import type { ProblemError } from "@/components/api/problem";
import { Button } from "@/components/ui/button";
import { ProblemNotice } from "./problem-notice";

type FormProps = {
  submit: string;
  busy: boolean;
  problem: ProblemError | null;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  children: ReactNode;
};

/** Fields, why it was refused, one button. */
export function Form({ submit, busy, problem, onSubmit, children }: FormProps) {
  return (
    // `post` matters only before the script is there: a password must not end up in the URL.
    <form method="post" onSubmit={onSubmit} className="flex flex-col gap-4">
      {children}
      <ProblemNotice problem={problem} />
      <Button type="submit" variant="primary" size="large" busy={busy} className="w-full">
        {submit}
      </Button>
    </form>
  );
}
