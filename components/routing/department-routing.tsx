"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { departmentRoutingQuery } from "./queries";
import { RoutingForm } from "./routing-form";

/** How a department gives out what waits, as one section of its page. */
export function DepartmentRouting({ departmentId }: { departmentId: string }) {
  const t = useTranslations("routing.desk");
  const routing = useQuery(departmentRoutingQuery(departmentId)).data;
  // What somebody else has saved meanwhile is another form.
  return <Card title={t("title")}>{routing && <RoutingForm key={JSON.stringify(routing)} routing={routing} />}</Card>;
}
