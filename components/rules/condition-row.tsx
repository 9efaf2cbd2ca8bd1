"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";
import { Select } from "@/components/ui/select";
import { type Condition, kindOfFact, operatorsOf } from "@/lib/rules/types";
import { newCondition, withOperator } from "./drafts";
import { useFactWords } from "./use-fact-words";
import { ValueField } from "./value-field";

type RowProps = { condition: Condition; onChange: (condition: Condition) => void; onRemove: () => void };

/** One condition as a sentence of choices: of what, compared how, with what. */
export function ConditionRow({ condition, onChange, onRemove }: RowProps) {
  const t = useTranslations("rules");
  const operators = useTranslations("runs.operators");
  const { facts, factName } = useFactWords();
  const { fact, operator } = condition;
  return (
    <li className="flex flex-wrap items-center gap-2 py-1">
      <Select
        aria-label={t("fact")}
        className="w-48"
        value={fact}
        onChange={({ target }) => onChange(newCondition(target.value))}
      >
        {!facts.includes(fact) && <option value={fact}>{factName(fact)}</option>}
        {facts.map((each) => (
          <option key={each} value={each}>
            {factName(each)}
          </option>
        ))}
      </Select>
      <Select
        aria-label={t("comparison")}
        className="w-40"
        value={operator}
        onChange={({ target }) => onChange(withOperator(condition, target.value as Condition["operator"]))}
      >
        {operatorsOf[kindOfFact(fact) ?? "text"].map((each) => (
          <option key={each} value={each}>
            {operators(each)}
          </option>
        ))}
      </Select>
      <ValueField
        key={`${fact} ${operator}`}
        condition={condition}
        onChange={(value) => onChange({ ...condition, value })}
      />
      <IconButton label={t("removeCondition")} onClick={onRemove} className="ms-auto">
        <X className="size-4" aria-hidden="true" />
      </IconButton>
    </li>
  );
}
