"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { RuleAction } from "@/lib/rules/types";
import { readParts, slotsOf, type Template } from "@/lib/templates/types";
import { ruleTemplatesQuery } from "./queries";

type Action = Extract<RuleAction, { kind: "template" }>;

const slotsIn = ({ components, category }: Template) => slotsOf(readParts(components), category);
const nameOf = ({ name, language }: Pick<Template, "name" | "language">) => `${name} · ${language}`;

/** A template that text alone fills in, with its words. */
export function TemplateFields({ action, onChange }: { action: Action; onChange: (action: Action) => void }) {
  const t = useTranslations("rules");
  const all = useQuery(ruleTemplatesQuery).data ?? [];
  const templates = all.filter(
    (template) =>
      template.refusal === null && slotsIn(template).every(({ kind }) => kind === "text" || kind === "link"),
  );
  const chosen = templates.find((template) => nameOf(template) === nameOf(action));
  const choose = (name: string) => {
    const template = templates.find((each) => nameOf(each) === name);
    if (template) onChange({ kind: "template", name: template.name, language: template.language, values: {} });
  };
  return (
    <div className="flex min-w-60 flex-1 flex-col gap-2">
      <Select
        aria-label={t("kinds.template")}
        value={action.name ? nameOf(action) : ""}
        onChange={({ target }) => choose(target.value)}
      >
        <option value="">{t("choose")}</option>
        {action.name && !chosen && <option value={nameOf(action)}>{nameOf(action)}</option>}
        {templates.map((template) => (
          <option key={template.id} value={nameOf(template)}>
            {nameOf(template)}
          </option>
        ))}
      </Select>
      {chosen &&
        slotsIn(chosen).map(({ key, name, most }) => (
          <Field key={key} label={t("slot", { name })}>
            <Input
              dir="auto"
              maxLength={most}
              value={action.values[key] ?? ""}
              onChange={({ target }) => onChange({ ...action, values: { ...action.values, [key]: target.value } })}
            />
          </Field>
        ))}
      <p className="text-xs text-ink-3">{t("replyHint")}</p>
    </div>
  );
}
