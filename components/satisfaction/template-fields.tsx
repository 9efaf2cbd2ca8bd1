"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useSlotWords } from "@/components/templates/fill/use-slot-words";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { type Asking, askingOf, type SurveySettings, suggestValues } from "@/lib/satisfaction/types";
import { surveyTemplatesQuery } from "./queries";
import { ValueField } from "./value-field";

type Values = Pick<SurveySettings, "templateId" | "templateValues">;
type FieldsProps = { values: Values; errors: Record<string, string>; onChange: (values: Values) => void };

/** Which template asks outside the service window, and what its variables are filled with. */
export function TemplateFields({ values, errors, onChange }: FieldsProps) {
  const t = useTranslations("settings.survey");
  const templates = useQuery(surveyTemplatesQuery).data ?? [];
  const chosen = templates.find(({ id }) => id === values.templateId);
  const asking = chosen ? askingOf(chosen) : null;
  const choose = (templateId: string | null) => {
    const template = templates.find(({ id }) => id === templateId);
    const wanted = template ? askingOf(template) : null;
    onChange({ templateId, templateValues: template && wanted ? suggestValues(wanted, template.category) : {} });
  };
  return (
    <>
      <Field label={t("template")} hint={t("templateHint")} error={errors["settings.templateId"]}>
        <Select value={values.templateId ?? ""} onChange={(event) => choose(event.target.value || null)}>
          <option value="">{t("noTemplate")}</option>
          {templates.map(({ id, name, language }) => (
            <option key={id} value={id}>
              {name} ({language})
            </option>
          ))}
        </Select>
      </Field>
      {asking && (
        <Slots
          asking={asking}
          values={values.templateValues}
          errors={errors}
          onChange={(templateValues) => onChange({ ...values, templateValues })}
        />
      )}
    </>
  );
}

type SlotsProps = {
  asking: Asking;
  values: SurveySettings["templateValues"];
  errors: FieldsProps["errors"];
  onChange: (values: SurveySettings["templateValues"]) => void;
};

function Slots({ asking, values, errors, onChange }: SlotsProps) {
  const words = useSlotWords(asking.parts);
  return asking.slots.map((slot) => (
    <ValueField
      key={slot.key}
      label={words.labelOf(slot)}
      hint={words.hintOf(slot)}
      most={slot.most}
      error={errors[`settings.templateValues.${slot.key}`]}
      text={values[slot.key] ?? ""}
      onChange={(text) => onChange({ ...values, [slot.key]: text })}
    />
  ));
}
