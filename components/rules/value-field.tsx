"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { Condition } from "@/lib/rules/types";
import { ChoiceField } from "./choice-field";
import { useFactWords } from "./use-fact-words";

type ValueProps = { condition: Condition; onChange: (value: Condition["value"]) => void };

/** With what a fact is compared. */
export function ValueField({ condition: { fact, value }, onChange }: ValueProps) {
  const t = useTranslations("rules");
  const ofRuns = useTranslations("runs");
  const { optionsOf } = useFactWords();
  const options = optionsOf(fact);
  if (value === null) return null;
  if (typeof value === "boolean") {
    return (
      <Select
        aria-label={t("value")}
        className="w-28"
        value={String(value)}
        onChange={({ target }) => onChange(target.value === "true")}
      >
        <option value="true">{ofRuns("yes")}</option>
        <option value="false">{ofRuns("no")}</option>
      </Select>
    );
  }
  if (typeof value === "number") {
    return (
      <Input
        type="number"
        aria-label={t("value")}
        className="w-28"
        value={Number.isNaN(value) ? "" : value}
        onChange={({ target }) => onChange(target.valueAsNumber)}
      />
    );
  }
  if (options.length > 0) return <ChoiceField label={t("value")} options={options} value={value} onChange={onChange} />;
  return <WordsField value={value} onChange={onChange} />;
}

/** Words as they are typed: a comma that ends one must not vanish before the next begins. */
function WordsField({ value, onChange }: { value: string[]; onChange: (value: string[]) => void }) {
  const t = useTranslations("rules");
  const [typed, setTyped] = useState(value.join(", "));
  const type = (text: string) => {
    setTyped(text);
    onChange(
      text
        .split(",")
        .map((word) => word.trim())
        .filter((word) => word !== ""),
    );
  };
  return (
    <Input
      dir="auto"
      aria-label={t("words")}
      placeholder={t("wordsHint")}
      className="min-w-44 flex-1"
      value={typed}
      onChange={({ target }) => type(target.value)}
    />
  );
}
