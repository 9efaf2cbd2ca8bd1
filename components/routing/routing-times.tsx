"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { departmentsQuery } from "@/components/departments/queries";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { NumberField } from "./number-field";
import type { Routing } from "./routing-form";

type TimesProps = {
  wanted: Routing;
  errors: Record<string, string>;
  onChange: (changes: Partial<Routing>) => void;
};

/** What happens after how long. */
export function RoutingTimes({ wanted, errors, onChange }: TimesProps) {
  const t = useTranslations("routing.desk");
  const departments = useQuery(departmentsQuery).data ?? [];
  const others = departments.filter(({ id }) => id !== wanted.departmentId);
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {wanted.mode === "pull" && (
        <div className="sm:col-span-2">
          <Checkbox
            label={t("mayExceedCapacity")}
            checked={wanted.mayExceedCapacity}
            onChange={() => onChange({ mayExceedCapacity: !wanted.mayExceedCapacity })}
          />
        </div>
      )}
      {wanted.mode === "offer" && (
        <NumberField
          label={t("offerSeconds")}
          error={errors.offerSeconds}
          min={5}
          max={600}
          value={wanted.offerSeconds}
          onChange={(offerSeconds) => onChange({ offerSeconds: offerSeconds ?? 30 })}
        />
      )}
      {wanted.mode !== "pull" && (
        <NumberField
          label={t("stickySeconds")}
          hint={t("stickyHint")}
          error={errors.stickySeconds}
          min={0}
          max={86_400}
          value={wanted.stickySeconds}
          onChange={(stickySeconds) => onChange({ stickySeconds: stickySeconds ?? 0 })}
        />
      )}
      <NumberField
        label={t("returnSeconds")}
        hint={t("never")}
        error={errors.returnSeconds}
        isOptional
        min={0}
        max={86_400}
        value={wanted.returnSeconds}
        onChange={(returnSeconds) => onChange({ returnSeconds })}
      />
      <NumberField
        label={t("unansweredSeconds")}
        hint={t("never")}
        error={errors.unansweredSeconds}
        isOptional
        min={30}
        max={86_400}
        value={wanted.unansweredSeconds}
        onChange={(unansweredSeconds) => onChange({ unansweredSeconds })}
      />
      <NumberField
        label={t("overflowSeconds")}
        hint={t("never")}
        error={errors.overflowSeconds}
        isOptional
        min={10}
        max={604_800}
        value={wanted.overflowSeconds}
        onChange={(overflowSeconds) => onChange({ overflowSeconds })}
      />
      <Field label={t("overflowTo")}>
        <Select
          value={wanted.overflowDepartmentId ?? ""}
          onChange={({ target }) => onChange({ overflowDepartmentId: target.value || null })}
        >
          <option value="">{t("anybody")}</option>
          {others.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}
