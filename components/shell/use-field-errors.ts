"use client";

import { useTranslations } from "next-intl";
import { isProblem } from "@/components/api";
import { useRefusalWords } from "./use-refusal-words";

/** What is wrong with each field of a form, by its name, in the reader's language; what has no words there keeps the server's. */
export function useFieldErrors(error: unknown): Record<string, string> {
  const wordsOf = useRefusalWords();
  const t = useTranslations("problems.fields");
  if (!isProblem(error)) return {};
  const [field, ...others] = error.fields;
  if (!field || others.length > 0 || error.code === "invalid_input") {
    return Object.fromEntries(
      error.fields.map(({ path, message, code = "", limit = 0 }) => {
        const known = code as "empty";
        return [path, t.has(known) ? t(known, { limit }) : message];
      }),
    );
  }
  const { rule } = error.details;
  const code = typeof rule === "string" ? rule : error.code;
  const { title, nextStep = "" } = wordsOf({ ...error, code, title: field.message, nextStep: undefined });
  return { [field.path]: `${title} ${nextStep}`.trim() };
}
