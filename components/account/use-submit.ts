"use client";

import { type FormEvent, useState } from "react";
import { ProblemError } from "@/components/api/problem";
import { useFieldErrors } from "@/components/shell/use-field-errors";

export type Values = Record<string, string>;

/** One form's way to the server: what is under way, what was refused and which field it concerns. */
export function useSubmit(submit: (values: Values) => Promise<void>) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemError | null>(null);

  const errors = useFieldErrors(problem);

  async function send(form: HTMLFormElement) {
    setBusy(true);
    setProblem(null);
    try {
      const entries = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
      await submit(Object.fromEntries(entries));
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setProblem(error);
      focusFirst(form, error);
    } finally {
      setBusy(false);
    }
  }

  return {
    busy,
    problem,
    /** What is wrong with a field, in words. */
    errorOf: (field: string) => errors[field],
    onSubmit: (event: FormEvent<HTMLFormElement>) => {
      event.preventDefault();
      if (!busy) void send(event.currentTarget);
    },
  };
}

/** Leads to what has to be changed, by keyboard and screen reader alike. */
function focusFirst(form: HTMLFormElement, { fields }: ProblemError) {
  const first = fields.map(({ path }) => form.elements.namedItem(path)).find((element) => element !== null);
  if (first instanceof HTMLElement) first.focus();
}
