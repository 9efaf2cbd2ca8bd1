"use client";

import { useTranslations } from "next-intl";
import { call } from "@/components/api";
import type { SetDepartmentHours } from "@/lib/hours/schemas";
import { HoursChoice } from "./hours-choice";

export function DepartmentHours({ departmentId }: { departmentId: string }) {
  const t = useTranslations("hours");
  return (
    <HoursChoice
      none={t("alwaysOpen")}
      hint={t("departmentHint")}
      isUsed={({ usedBy }) => usedBy.departments.some(({ id }) => id === departmentId)}
      choose={(hoursId) =>
        call<typeof SetDepartmentHours>("PUT /departments/:departmentId/hours", { departmentId, hoursId })
      }
    />
  );
}
