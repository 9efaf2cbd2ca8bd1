"use client";

import { useTranslations } from "next-intl";
import { NumberField } from "@/components/routing/number-field";
import { SkillChoice } from "@/components/routing/skill-choice";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

export type Work = { capacity: number | null; languages: string; skillIds: string[] };
type FieldsProps = { work: Work; errors: Record<string, string>; onChange: (work: Work) => void };

/** What work somebody is given: how much, in which languages, and what they can do. */
export function WorkFields({ work, errors, onChange }: FieldsProps) {
  const t = useTranslations("routing.work");
  return (
    <fieldset className="flex flex-col gap-3 border-t pt-3">
      <legend className="sr-only">{t("title")}</legend>
      <NumberField
        label={t("capacity")}
        hint={t("capacityHint")}
        error={errors.capacity}
        isOptional
        min={0}
        max={100}
        value={work.capacity}
        onChange={(capacity) => onChange({ ...work, capacity })}
      />
      <Field label={t("languages")} hint={t("languagesHint")} error={errors.languages}>
        <Input
          dir="ltr"
          value={work.languages}
          onChange={({ target }) => onChange({ ...work, languages: target.value })}
        />
      </Field>
      <SkillChoice
        label={t("skills")}
        chosen={work.skillIds}
        onChange={(skillIds) => onChange({ ...work, skillIds })}
      />
    </fieldset>
  );
}
