"use client";

import { useTranslations } from "next-intl";
import type { Input as CallInput } from "@/components/api";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { CreateChannel } from "@/lib/channels/schemas";

const texts = ["name", "appId", "appSecret", "wabaId", "phoneNumberId", "token"] as const;
const secret = new Set<string>(["appSecret", "token"]);

export type ChannelValues = Record<(typeof texts)[number] | "departmentId", string>;

export const emptyValues: ChannelValues = {
  name: "",
  appId: "",
  appSecret: "",
  wabaId: "",
  phoneNumberId: "",
  token: "",
  departmentId: "",
};

export function setupOf({ departmentId, ...values }: ChannelValues): CallInput<typeof CreateChannel> {
  return { ...values, departmentId: departmentId === "" ? null : departmentId };
}

type FieldsProps = {
  values: ChannelValues;
  errors: Record<string, string>;
  departments: { id: string; name: string }[];
  onChange: (changed: Partial<ChannelValues>) => void;
};

export function ChannelFields({ values, errors, departments, onChange }: FieldsProps) {
  const t = useTranslations("settings.newChannel");
  return (
    <div className="grid gap-x-5 gap-y-4 md:grid-cols-2">
      {texts.map((name) => (
        <Field key={name} label={t(`field.${name}`)} hint={t(`hint.${name}`)} error={errors[name]}>
          <Input
            name={name}
            required
            type={secret.has(name) ? "password" : "text"}
            inputMode={name.endsWith("Id") ? "numeric" : undefined}
            autoComplete="off"
            value={values[name]}
            onChange={(event) => onChange({ [name]: event.target.value })}
          />
        </Field>
      ))}
      <Field label={t("field.department")} hint={t("hint.department")} error={errors.departmentId}>
        <Select value={values.departmentId} onChange={(event) => onChange({ departmentId: event.target.value })}>
          <option value="">{t("noDepartment")}</option>
          {departments.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}
