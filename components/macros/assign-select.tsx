"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { departmentsQuery } from "@/components/departments/queries";
import { membersQuery } from "@/components/members/queries";
import { Select } from "@/components/ui/select";

type SelectProps = Omit<ComponentProps<typeof Select>, "onChange"> & {
  /** As `assignText` has it. */
  value: string;
  onChange: (value: string) => void;
};

/** Into whose hands: back to where it waits, a department's queue, or an active member. Children come first. */
export function AssignSelect({ value, onChange, children, ...rest }: SelectProps) {
  const t = useTranslations("settings.macros");
  const departments = useQuery(departmentsQuery).data ?? [];
  // Whoever has been chosen stands there, also once they have left.
  const members = (useQuery(membersQuery).data ?? []).filter(
    ({ id, status }) => status === "active" || value === `member:${id}`,
  );
  return (
    <Select value={value} onChange={(event) => onChange(event.target.value)} {...rest}>
      {children}
      <option value="queue">{t("toQueue")}</option>
      <optgroup label={t("departments")}>
        {departments.map(({ id, name }) => (
          <option key={id} value={`department:${id}`}>
            {name}
          </option>
        ))}
      </optgroup>
      <optgroup label={t("members")}>
        {members.map(({ id, name }) => (
          <option key={id} value={`member:${id}`}>
            {name}
          </option>
        ))}
      </optgroup>
    </Select>
  );
}
