"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { type QuickReplyScope, quickReplyScopes } from "@/lib/quick-replies/types";

export type Scoped = { scope: QuickReplyScope; departmentId: string };

type FieldsProps = {
  scoped: Scoped;
  departments: readonly { id: string; name: string }[];
  errors: Record<string, string>;
  onChange: (scoped: Scoped) => void;
};

/** For whom something new is: me, a department or everybody. */
export function ScopeFields({ scoped: { scope, departmentId }, departments, errors, onChange }: FieldsProps) {
  const t = useTranslations("settings.quick-replies");
  const scopes = quickReplyScopes.filter((each) => each !== "department" || departments.length > 0);
  const choose = (chosen: string) =>
    onChange({
      scope: scopes.find((each) => each === chosen) ?? "personal",
      departmentId: departmentId || (departments[0]?.id ?? ""),
    });
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={t("scope")} error={errors.scope}>
        <Select value={scope} onChange={(event) => choose(event.target.value)}>
          {scopes.map((each) => (
            <option key={each} value={each}>
              {t(`scopes.${each}`)}
            </option>
          ))}
        </Select>
      </Field>
      {scope === "department" && (
        <Field label={t("department")} error={errors.departmentId}>
          <Select value={departmentId} onChange={(event) => onChange({ scope, departmentId: event.target.value })}>
            {departments.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </div>
  );
}

/** As the server takes it: a department goes with its scope alone. */
export function ownerOf({ scope, departmentId }: Scoped) {
  return { scope, departmentId: scope === "department" ? departmentId : null };
}
