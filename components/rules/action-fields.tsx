"use client";

import { useTranslations } from "next-intl";
import { AssignSelect } from "@/components/macros/assign-select";
import { assignOf, assignText } from "@/components/macros/draft";
import { SkillChoice } from "@/components/routing/skill-choice";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { priorities } from "@/lib/conversations/types";
import type { RuleAction } from "@/lib/rules/types";
import { ChoiceField } from "./choice-field";
import { SnoozeFields } from "./snooze-fields";
import { TemplateFields } from "./template-fields";
import { useFactWords } from "./use-fact-words";

type FieldsProps = { action: RuleAction; onChange: (action: RuleAction) => void };

/** What an action of each kind asks for. */
export function ActionFields({ action, onChange }: FieldsProps) {
  const t = useTranslations("rules");
  const ofRuns = useTranslations("runs");
  switch (action.kind) {
    case "label":
      return <LabelFields action={action} onChange={onChange} />;
    case "prioritise":
      return (
        <Select
          aria-label={t("kinds.prioritise")}
          className="w-40"
          value={action.priority}
          onChange={({ target }) =>
            onChange({ ...action, priority: priorities.find((each) => each === target.value) ?? "normal" })
          }
        >
          {priorities.map((priority) => (
            <option key={priority} value={priority}>
              {ofRuns(`priorities.${priority}`)}
            </option>
          ))}
        </Select>
      );
    case "skills":
      return (
        <SkillChoice
          label={t("kinds.skills")}
          chosen={action.skillIds}
          onChange={(skillIds) => onChange({ ...action, skillIds })}
        />
      );
    case "assign":
      return (
        <AssignSelect
          aria-label={t("kinds.assign")}
          className="w-56"
          value={assignText(action)}
          onChange={(text) => onChange(assignOf(text))}
        />
      );
    case "note":
    case "reply":
      return (
        <div className="min-w-60 flex-1">
          <Textarea
            dir="auto"
            aria-label={t(`kinds.${action.kind}`)}
            maxLength={action.kind === "note" ? 10_000 : 4_096}
            value={action.text}
            onChange={({ target }) => onChange({ ...action, text: target.value })}
          />
          {action.kind === "reply" && <p className="mt-1 text-xs text-ink-3">{t("replyHint")}</p>}
        </div>
      );
    case "webhook":
      return <WebhookFields action={action} onChange={onChange} />;
    case "snooze":
      return <SnoozeFields action={action} onChange={onChange} />;
    case "resolve":
      return (
        <Input
          aria-label={t("reason")}
          placeholder={t("reason")}
          className="w-60"
          maxLength={80}
          value={action.reason ?? ""}
          onChange={({ target }) => onChange({ kind: "resolve", ...(target.value ? { reason: target.value } : {}) })}
        />
      );
    case "template":
      return <TemplateFields action={action} onChange={onChange} />;
    case "spam":
      return null;
  }
}

type Of<Kind extends RuleAction["kind"]> = {
  action: Extract<RuleAction, { kind: Kind }>;
  onChange: (action: RuleAction) => void;
};

function LabelFields({ action, onChange }: Of<"label">) {
  const t = useTranslations("rules");
  const options = useFactWords().optionsOf("labelIds");
  return (
    <div className="flex min-w-60 flex-1 flex-col gap-1.5">
      {(["add", "remove"] as const).map((part) => (
        <div key={part} className="flex flex-wrap items-center gap-2">
          <span className="w-16 text-sm text-ink-2">{t(`labels.${part}`)}</span>
          <ChoiceField
            label={t(`labels.${part}`)}
            options={options}
            value={action[part]}
            onChange={(ids) => onChange({ ...action, [part]: ids })}
          />
        </div>
      ))}
    </div>
  );
}

function WebhookFields({ action, onChange }: Of<"webhook">) {
  const t = useTranslations("rules");
  const { facts, factName } = useFactWords();
  return (
    <div className="flex min-w-60 flex-1 flex-col gap-1.5">
      <Input
        type="url"
        dir="ltr"
        aria-label={t("address")}
        value={action.url}
        onChange={({ target }) => onChange({ ...action, url: target.value })}
      />
      <div className="flex flex-wrap items-center gap-2">
        <span className="text-sm text-ink-2">{t("tells")}</span>
        <ChoiceField
          label={t("tells")}
          options={facts.map((fact) => ({ value: fact, label: factName(fact) }))}
          value={action.facts}
          onChange={(chosen) => onChange({ ...action, facts: chosen })}
        />
      </div>
      <p className="text-xs text-ink-3">{t("webhookHint")}</p>
    </div>
  );
}
