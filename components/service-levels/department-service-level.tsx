"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { call } from "@/components/api";
import { FormProblem } from "@/components/settings/form-problem";
import { SectionCard } from "@/components/settings/section-card";
import { useMay } from "@/components/shell/me";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { ChooseServiceLevelPolicy } from "@/lib/service-levels/schemas";
import { departmentLevelQuery, policiesQuery } from "./queries";

/** Which policy a department has. */
export function DepartmentServiceLevel({ departmentId }: { departmentId: string }) {
  const t = useTranslations("settings.service-levels.department");
  const client = useQueryClient();
  const mayManage = useMay("serviceLevels.manage");
  const policies = useQuery(policiesQuery).data ?? [];
  const chosen = useQuery(departmentLevelQuery(departmentId)).data;
  const choose = useMutation({
    mutationFn: (policyId: string | null) =>
      call<typeof ChooseServiceLevelPolicy>("PUT /departments/:departmentId/service-level", { departmentId, policyId }),
    onSuccess: (now) => client.setQueryData(departmentLevelQuery(departmentId).queryKey, now),
  });
  const shown = choose.isPending ? choose.variables : chosen?.policyId;
  return (
    <SectionCard title={t("heading")}>
      <Field label={t("policy")} hint={t("hint")} className="max-w-100">
        <Select
          value={shown ?? ""}
          disabled={!mayManage || chosen === undefined}
          onChange={(event) => choose.mutate(event.target.value || null)}
        >
          <option value="">{t("none")}</option>
          {policies.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <FormProblem error={choose.error} />
    </SectionCard>
  );
}
