"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";

type CountedProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  most: number;
  optional?: boolean;
  /** May be longer than a line. */
  lines?: boolean;
};

/** A field that says how much of its length is used, and takes more so that nothing pasted is cut. */
export function Counted({ label, value, onChange, most, optional, lines }: CountedProps) {
  const t = useTranslations("composer.menu");
  const length = value.trim().length;
  const isOver = length > most;
  const control = {
    dir: "auto" as const,
    value,
    "aria-invalid": isOver || undefined,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  const used = t("used", { length, most });
  return (
    <Field
      label={optional ? t("optional", { label }) : label}
      hint={<span className={isOver ? "text-bad" : undefined}>{used}</span>}
    >
      {lines ? <Textarea rows={3} {...control} /> : <Input {...control} />}
    </Field>
  );
}
