"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { variableKey } from "@/components/settings/variable-key";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { type VariableName, variableNames } from "@/lib/quick-replies/types";

/** One variable and nothing else, with what is said where it is not known. */
const ONE_VARIABLE = /^\{\{\s*([A-Za-z]+\.[A-Za-z]+)\s*(?:\|([^{}]*))?\}\}$/;

type ValueProps = {
  label: string;
  hint: string | undefined;
  most: number;
  error: string | undefined;
  text: string;
  onChange: (text: string) => void;
};

/** What fills one variable of a template: something that is known, or words that are always the same. */
export function ValueField({ label, hint, most, error, text, onChange }: ValueProps) {
  const t = useTranslations("settings.survey");
  const variable = useTranslations("settings.quick-replies.variable");
  const [, name = null, instead = ""] = ONE_VARIABLE.exec(text) ?? [];
  const known = variableNames.find((each) => each === name) ?? null;
  const [isFixed, setFixed] = useState(known === null && text !== "");
  const choose = (value: string) => {
    setFixed(value === "fixed");
    onChange(value === "" || value === "fixed" ? "" : `{{${value}}}`);
  };
  const say = (words: string) => onChange(words === "" ? `{{${known}}}` : `{{${known}|${words.replace(/[{}]/g, "")}}}`);
  return (
    <div className="grid gap-2 sm:grid-cols-2">
      <Field label={label} hint={hint} error={error}>
        <Select required value={isFixed ? "fixed" : (known ?? "")} onChange={(event) => choose(event.target.value)}>
          <option value="" disabled hidden />
          {variableNames.map((each: VariableName) => (
            <option key={each} value={each}>
              {variable(variableKey(each))}
            </option>
          ))}
          <option value="fixed">{t("fixedText")}</option>
        </Select>
      </Field>
      {isFixed && (
        <Field label={t("fixedText")}>
          <Input required dir="auto" maxLength={most} value={text} onChange={(event) => onChange(event.target.value)} />
        </Field>
      )}
      {!isFixed && known && (
        <Field label={t("instead")} hint={t("insteadHint")}>
          <Input dir="auto" maxLength={60} value={instead} onChange={(event) => say(event.target.value)} />
        </Field>
      )}
    </div>
  );
}
