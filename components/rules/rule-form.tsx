"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { type RuleEvent, ruleEvents } from "@/lib/rules/types";
import { ActionEditor } from "./action-editor";
import { ConditionGroups } from "./condition-groups";
import type { RuleDraft } from "./drafts";

type FormProps = {
  draft: RuleDraft;
  errors: Record<string, string>;
  onChange: (draft: RuleDraft) => void;
  footer: ReactNode;
};

/** When, if, then: a rule in sentences of choices. */
export function RuleForm({ draft, errors, onChange, footer }: FormProps) {
  const t = useTranslations("rules");
  const change = (part: Partial<RuleDraft>) => onChange({ ...draft, ...part });
  return (
    <Card>
      <div className="flex flex-col gap-5 p-5">
        <Field label={t("name")} error={errors.name}>
          <Input required maxLength={80} value={draft.name} onChange={({ target }) => change({ name: target.value })} />
        </Field>
        <Part title={t("when")}>
          <Select
            aria-label={t("when")}
            className="w-80 max-w-full"
            value={draft.event}
            onChange={({ target }) => change({ event: target.value as RuleEvent })}
          >
            {ruleEvents.map((event) => (
              <option key={event} value={event}>
                {t(`events.${event}`)}
              </option>
            ))}
          </Select>
        </Part>
        <Part title={t("if")}>
          <ConditionGroups conditions={draft.conditions} onChange={(conditions) => change({ conditions })} />
        </Part>
        <Part title={t("then")}>
          <ActionEditor actions={draft.actions} onChange={(actions) => change({ actions })} />
        </Part>
        {footer}
      </div>
    </Card>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h3 className="mb-1.5 font-semibold">{title}</h3>
      {children}
    </section>
  );
}
