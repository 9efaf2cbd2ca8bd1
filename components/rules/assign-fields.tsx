"use client";

import { useTranslations } from "next-intl";
import { Select } from "@/components/ui/select";
import type { RuleAction } from "@/lib/rules/types";
import { useFactWords } from "./use-fact-words";

type Assign = Extract<RuleAction, { kind: "assign" }>;

/** To a department's queue, to a member, or back to where it waits. */
export function AssignFields({ action, onChange }: { action: Assign; onChange: (action: Assign) => void }) {
  const t = useTranslations("rules");
  const { optionsOf } = useFactWords();
  const of = (fact: string) => optionsOf(fact).filter(({ value }) => value !== "none");
  const choose = (chosen: string) => {
    const [what, id = ""] = chosen.split(":");
    if (what === "member") onChange({ kind: "assign", assigneeId: id });
    else onChange({ kind: "assign", assigneeId: null, ...(what === "department" ? { departmentId: id } : {}) });
  };
  const { assigneeId, departmentId } = action;
  const chosen = assigneeId ? `member:${assigneeId}` : departmentId ? `department:${departmentId}` : "queue";
  return (
    <Select
      aria-label={t("kinds.assign")}
      className="w-56"
      value={chosen}
      onChange={({ target }) => choose(target.value)}
    >
      <option value="queue">{t("toQueue")}</option>
      <optgroup label={t("departments")}>
        {of("departmentId").map(({ value, label }) => (
          <option key={value} value={`department:${value}`}>
            {label}
          </option>
        ))}
      </optgroup>
      <optgroup label={t("members")}>
        {of("assigneeId").map(({ value, label }) => (
          <option key={value} value={`member:${value}`}>
            {label}
          </option>
        ))}
      </optgroup>
    </Select>
  );
}
