"use client";

import { useTranslations } from "next-intl";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { ContactField } from "@/lib/contacts/types";

type Props = { field: ContactField; value: string; onChange: (value: string) => void };

export function FieldInput({ field, value, onChange }: Props) {
  const t = useTranslations("contacts.fields");
  if (field.kind === "choice") {
    // One that is offered no more can stay, and cannot be chosen again.
    const choices = value === "" || field.choices.includes(value) ? field.choices : [value, ...field.choices];
    return (
      <Select value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t("nothing")}</option>
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </Select>
    );
  }
  if (field.kind === "date") {
    return <Input type="date" value={value} onChange={(event) => onChange(event.target.value)} />;
  }
  return (
    <Input
      dir="auto"
      maxLength={1_000}
      inputMode={field.kind === "number" ? "decimal" : "text"}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
