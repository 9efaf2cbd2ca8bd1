"use client";

import { useTranslations } from "next-intl";
import { useActionWords } from "@/components/macros/use-action-words";
import type { RuleAction } from "@/lib/rules/types";

/** What a rule does, each in a line. */
export function useRuleActionWords(): (action: RuleAction) => string {
  const t = useTranslations("rules.does");
  const ofMacro = useActionWords();
  return (action) => {
    if (action.kind === "webhook") return t("webhook", { host: URL.parse(action.url)?.host ?? action.url });
    if (action.kind === "template") return t("template", { name: action.name });
    return ofMacro(action);
  };
}
