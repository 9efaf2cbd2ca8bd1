"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";

type Refusal = { code: string; title: string; nextStep?: string | null | undefined; details?: unknown };
type Words = { title: string; nextStep: string | undefined };

/** What the server refuses, in the reader's language by its code; what has no words there keeps the server's. */
export function useRefusalWords(): (refusal: Refusal) => Words {
  const t = useTranslations("problems");
  return useCallback(
    ({ code: given, title, nextStep, details }) => {
      const code = (given.endsWith("_not_found") ? "not_found" : given) as "not_found";
      if (!t.has(`${code}.title`)) return { title, nextStep: nextStep ?? undefined };
      const { assignee, retryAfterSeconds, missing, names } = (details ?? {}) as Record<string, unknown>;
      const name = nameIn(assignee);
      const values = {
        name: name ?? "",
        who: name === null ? "nobody" : "somebody",
        minutes: Math.ceil(Number(retryAfterSeconds ?? 60) / 60),
        names: typeof names === "string" ? names : "",
        missing: Array.isArray(missing) ? missing.join(", ") : "",
      };
      return {
        title: t(`${code}.title`, values),
        nextStep: t(`${code}.nextStep`, values),
      };
    },
    [t],
  );
}

function nameIn(somebody: unknown): string | null {
  const { name } = (somebody ?? {}) as { name?: unknown };
  return typeof name === "string" ? name : null;
}
