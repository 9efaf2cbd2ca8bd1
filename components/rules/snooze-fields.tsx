"use client";

import { useTimeZone, useTranslations } from "next-intl";
import { snoozeKindOf, snoozeUntilOf } from "@/components/macros/draft";
import { SnoozeSelect } from "@/components/macros/snooze-select";
import type { RuleAction } from "@/lib/rules/types";

type Snooze = Extract<RuleAction, { kind: "snooze" }>;

/** A morning is one of whoever puts the rule together. */
export function SnoozeFields({ action, onChange }: { action: Snooze; onChange: (action: Snooze) => void }) {
  const t = useTranslations("rules");
  const timeZone = useTimeZone();
  const chosen = snoozeKindOf(action.until);
  return (
    <SnoozeSelect
      aria-label={t("kinds.snooze")}
      className="w-64"
      value={chosen}
      onChange={(kind) => kind && onChange({ kind: "snooze", until: snoozeUntilOf(kind), timeZone })}
    >
      {chosen === "" && <option value="">{t("otherTime")}</option>}
    </SnoozeSelect>
  );
}
