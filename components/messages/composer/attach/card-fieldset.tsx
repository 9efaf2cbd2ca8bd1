"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { CardFields } from "./card-of";

type FieldsetProps = {
  fields: CardFields;
  onChange: (fields: CardFields) => void;
  wrong: "first" | "phone" | null;
};

export function CardFieldset({ fields, onChange, wrong }: FieldsetProps) {
  const t = useTranslations("media.card");
  const input = (name: keyof CardFields, type = "text") => (
    <Input
      type={type}
      value={fields[name]}
      dir={type === "text" ? "auto" : "ltr"}
      maxLength={200}
      autoComplete="off"
      onChange={(event) => onChange({ ...fields, [name]: event.target.value })}
    />
  );
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t("first")} error={wrong === "first" ? t("needsFirst") : undefined}>
          {input("first")}
        </Field>
        <Field label={t("last")}>{input("last")}</Field>
      </div>
      <Field label={t("phone")} hint={t("phoneHint")} error={wrong === "phone" ? t("needsPhone") : undefined}>
        {input("phone", "tel")}
      </Field>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t("email")}>{input("email", "email")}</Field>
        <Field label={t("company")}>{input("company")}</Field>
      </div>
    </>
  );
}
