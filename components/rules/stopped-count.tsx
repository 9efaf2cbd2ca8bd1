"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { atLeisure } from "@/components/shell/at-leisure";
import { useMe } from "@/components/shell/me";
import { Count } from "@/components/ui/count";
import { stoppedRulesQuery } from "./stopped-query";

/** How many rules were stopped and wait for an admin; nothing for others, and where there is nothing to look at. */
export function StoppedCount() {
  const t = useTranslations("common.nav");
  const isMine = useMe().permissions.includes("rules.manage");
  const [isTime, setTime] = useState(false);
  useEffect(() => atLeisure(() => setTime(true)), []);
  const count = useQuery({ ...stoppedRulesQuery, enabled: isMine && isTime }).data?.count ?? 0;
  return count > 0 && <Count value={count} tone="bad" label={t("stoppedRules", { count })} />;
}
