"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { call } from "@/components/api";
import { FormProblem } from "@/components/settings/form-problem";
import { useMay } from "@/components/shell/me";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { ChooseServiceLevelPolicy } from "@/lib/service-levels/schemas";
import { departmentLevelQuery, policiesQuery } from "./queries";

/** Which policy a department has. */
export function DepartmentServiceLevel({ departmentId }: { departmentId: string }) {
  const t = useTranslations("settings.service-levels.department");
  const client = useQueryClient();
  const headingId = useId();
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
    <Card>
      <section aria-labelledby={headingId} className="flex flex-col gap-3 p-4">
        <h2 id={headingId} className="font-semibold">
          {t("heading")}
        </h2>
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
      </section>
    </Card>
  );
}
