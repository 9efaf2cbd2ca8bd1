"use client";

import { useTranslations } from "next-intl";
import { call } from "@/components/api";
import { SectionCard } from "@/components/settings/section-card";
import type { SetDepartmentHours } from "@/lib/hours/schemas";
import { HoursChoice } from "./hours-choice";

/** When a department is open, as one section of its page. */
export function DepartmentHours({ departmentId }: { departmentId: string }) {
  const t = useTranslations("hours");
  return (
    <SectionCard title={t("choice")}>
      <HoursChoice
        none={t("alwaysOpen")}
        hint={t("departmentHint")}
        isUsed={({ usedBy }) => usedBy.departments.some(({ id }) => id === departmentId)}
        choose={(hoursId) =>
          call<typeof SetDepartmentHours>("PUT /departments/:departmentId/hours", { departmentId, hoursId })
        }
      />
    </SectionCard>
  );
}
