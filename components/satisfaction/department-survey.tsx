"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { Card } from "@/components/ui/card";
import { departmentSurveyQuery } from "./queries";
import { SurveyForm } from "./survey-form";

/** What a department asks of customers whose conversation was resolved. */
export function DepartmentSurvey({ departmentId }: { departmentId: string }) {
  const t = useTranslations("settings.survey");
  const headingId = useId();
  const read = useQuery(departmentSurveyQuery(departmentId)).data;
  return (
    <Card>
      <section aria-labelledby={headingId} className="flex flex-col gap-3 p-4">
        <div>
          <h2 id={headingId} className="font-semibold">
            {t("heading")}
          </h2>
          <p className="text-sm text-ink-3">{t("words")}</p>
        </div>
        {read && <SurveyForm key={JSON.stringify(read)} departmentId={departmentId} settings={read.settings} />}
      </section>
    </Card>
  );
}
