"use client";

import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";

type ChoiceProps = {
  departments: { id: string; name: string }[];
  chosen: string[];
  onChange: (departmentIds: string[]) => void;
};

export function DepartmentChoice({ departments, chosen, onChange }: ChoiceProps) {
  const t = useTranslations("settings.members");
  if (departments.length === 0) return null;
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium">{t("departments")}</legend>
      <div className="grid grid-cols-2">
        {departments.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name}
            checked={chosen.includes(id)}
            onChange={() => onChange(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id])}
          />
        ))}
      </div>
    </fieldset>
  );
}
