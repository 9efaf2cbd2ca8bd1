"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { Button } from "@/components/ui/button";
import { Segmented } from "@/components/ui/segmented";
import type { Condition, RuleConditions } from "@/lib/rules/types";
import { ConditionRow } from "./condition-row";
import { newCondition } from "./drafts";

type Group = RuleConditions["groups"][number];
type GroupsProps = { conditions: RuleConditions; onChange: (conditions: RuleConditions) => void };

/** If: groups of conditions, of which all or any have to hold. Without any, the rule always runs. */
export function ConditionGroups({ conditions, onChange }: GroupsProps) {
  const t = useTranslations("rules");
  const ofRuns = useTranslations("runs");
  const { match, groups } = conditions;
  const set = (changed: Group[]) => onChange({ match, groups: changed.filter((group) => group.conditions.length > 0) });
  const add = () => set([...groups, { match: "all", conditions: [newCondition("text")] }]);
  return (
    <div className="flex flex-col gap-2">
      {groups.length === 0 && <p className="text-sm text-ink-2">{ofRuns("always")}</p>}
      {groups.length > 1 && (
        <MatchChoice
          label={t("matchGroups")}
          match={match}
          onChange={(chosen) => onChange({ match: chosen, groups })}
        />
      )}
      {groups.map((group, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: A group is its place; two may be alike.
        <Fragment key={at}>
          {at > 0 && <p className="text-xs font-semibold text-ink-3">{ofRuns(match === "all" ? "and" : "or")}</p>}
          <ConditionGroup group={group} onChange={(changed) => set(groups.with(at, changed))} />
        </Fragment>
      ))}
      <Button variant="quiet" className="self-start" onClick={add}>
        <Plus className="size-4" aria-hidden="true" />
        {t(groups.length === 0 ? "addFirstCondition" : "addGroup")}
      </Button>
    </div>
  );
}

function ConditionGroup({ group, onChange }: { group: Group; onChange: (group: Group) => void }) {
  const t = useTranslations("rules");
  const { match, conditions } = group;
  const set = (changed: Condition[]) => onChange({ match, conditions: changed });
  return (
    <div className="rounded-lg border px-3 py-2">
      {conditions.length > 1 && (
        <MatchChoice
          label={t("matchConditions")}
          match={match}
          onChange={(chosen) => onChange({ match: chosen, conditions })}
        />
      )}
      <ul>
        {conditions.map((condition, at) => (
          <ConditionRow
            // biome-ignore lint/suspicious/noArrayIndexKey: A condition is its place; two may be alike.
            key={`${conditions.length} ${at}`}
            condition={condition}
            onChange={(changed) => set(conditions.with(at, changed))}
            onRemove={() => set(conditions.toSpliced(at, 1))}
          />
        ))}
      </ul>
      <Button variant="quiet" size="small" onClick={() => set([...conditions, newCondition("priority")])}>
        <Plus className="size-3.5" aria-hidden="true" />
        {t("addCondition")}
      </Button>
    </div>
  );
}

type MatchProps = { label: string; match: Group["match"]; onChange: (match: Group["match"]) => void };

function MatchChoice({ label, match, onChange }: MatchProps) {
  const t = useTranslations("rules");
  const options = (["all", "any"] as const).map((value) => ({ value, label: t(`match.${value}`) }));
  return <Segmented label={label} value={match} options={options} onChange={onChange} />;
}
