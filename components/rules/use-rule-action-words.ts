"use client";

import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useActionWords } from "@/components/macros/use-action-words";
import { skillsQuery } from "@/components/routing/queries";
import type { RuleAction } from "@/lib/rules/types";

/** What a rule does, each in a line. */
export function useRuleActionWords(): (action: RuleAction) => string {
  const t = useTranslations("runs.does");
  const ofMacro = useActionWords();
  const { list } = useFormatter();
  const skills = useQuery(skillsQuery).data ?? [];
  return (action) => {
    if (action.kind === "webhook") return t("webhook", { host: URL.parse(action.url)?.host ?? action.url });
    if (action.kind === "skills") {
      return t("skills", {
        names: list(action.skillIds.map((id) => skills.find((skill) => skill.id === id)?.name ?? "?")),
      });
    }
    if (action.kind === "template") return t("template", { name: action.name });
    return ofMacro(action);
  };
}
