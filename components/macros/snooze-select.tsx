"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Select } from "@/components/ui/select";
import { type SnoozeKind, snoozeKinds } from "./draft";

type SelectProps = Omit<ComponentProps<typeof Select>, "onChange"> & {
  value: SnoozeKind | "";
  onChange: (value: SnoozeKind | "") => void;
};

/** Until when, chosen ahead. Children stand for none of these. */
export function SnoozeSelect({ onChange, children, ...rest }: SelectProps) {
  const t = useTranslations("settings.macros.snoozes");
  return (
    <Select onChange={({ target }) => onChange(snoozeKinds.find((each) => each === target.value) ?? "")} {...rest}>
      {children}
      {snoozeKinds.map((kind) => (
        <option key={kind} value={kind}>
          {t(kind)}
        </option>
      ))}
    </Select>
  );
}
