"use client";

import { fieldErrors, isProblem } from "@/components/api";
import { useRefusalWords } from "./use-refusal-words";

/** What is wrong with each field of a form, by its name: where it is about one alone, in the reader's language. */
export function useFieldErrors(error: unknown): Record<string, string> {
  const wordsOf = useRefusalWords();
  if (!isProblem(error)) return {};
  const [field, ...others] = error.fields;
  if (!field || others.length > 0 || error.code === "invalid_input") return fieldErrors(error);
  const { rule } = error.details;
  const code = typeof rule === "string" ? rule : error.code;
  const { title, nextStep = "" } = wordsOf({ ...error, code, title: field.message, nextStep: undefined });
  return { [field.path]: `${title} ${nextStep}`.trim() };
}
