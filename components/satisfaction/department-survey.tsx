"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { SectionCard } from "@/components/settings/section-card";
import { NotAsked } from "./not-asked";
import { departmentSurveyQuery } from "./queries";
import { SurveyForm } from "./survey-form";

/** What a department asks of customers whose conversation was resolved. */
export function DepartmentSurvey({ departmentId }: { departmentId: string }) {
  const t = useTranslations("settings.survey");
  const read = useQuery(departmentSurveyQuery(departmentId)).data;
  return (
    <SectionCard title={t("heading")} words={t("words")}>
      {read && (
        // What somebody else has saved meanwhile is another form.
        <SurveyForm key={JSON.stringify(read.settings)} departmentId={departmentId} settings={read.settings} />
      )}
      {read && <NotAsked reasons={read.notAsked} />}
    </SectionCard>
  );
}
