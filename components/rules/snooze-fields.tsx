"use client";

import { useTimeZone, useTranslations } from "next-intl";
import { Select } from "@/components/ui/select";
import type { RuleAction } from "@/lib/rules/types";

type Snooze = Extract<RuleAction, { kind: "snooze" }>;

const snoozes = {
  "1": { kind: "hours", hours: 1 },
  "3": { kind: "hours", hours: 3 },
  "24": { kind: "hours", hours: 24 },
  tomorrow: { kind: "tomorrow" },
  monday: { kind: "monday" },
  reply: { kind: "reply" },
  window: { kind: "window" },
} as const satisfies Record<string, Snooze["until"]>;
type Name = keyof typeof snoozes;

/** A morning is one of whoever puts the rule together. */
export function SnoozeFields({ action, onChange }: { action: Snooze; onChange: (action: Snooze) => void }) {
  const t = useTranslations("rules");
  const timeZone = useTimeZone();
  const { until } = action;
  const chosen = until.kind === "hours" ? String(until.hours) : until.kind;
  return (
    <Select
      aria-label={t("kinds.snooze")}
      className="w-64"
      value={chosen}
      onChange={({ target }) => onChange({ kind: "snooze", until: snoozes[target.value as Name], timeZone })}
    >
      {!(chosen in snoozes) && <option value={chosen}>{t("otherTime")}</option>}
      {(Object.keys(snoozes) as Name[]).map((name) => (
        <option key={name} value={name}>
          {t(`snoozes.${name}`)}
        </option>
      ))}
    </Select>
  );
}
