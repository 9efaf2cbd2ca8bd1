"use client";

import { Trash2 } from "lucide-react";
import Link from "next/link";
import { useNow, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { useMe } from "@/components/shell/me";
import { Checkbox } from "@/components/ui/checkbox";
import { IconButton } from "@/components/ui/icon-button";
import { Tag } from "@/components/ui/tag";
import type { RuleListed } from "@/lib/rules/types";
import { useRuleActionWords } from "./use-rule-action-words";
import { useRuleSwitch } from "./use-rule-switch";

type RowProps = { rule: RuleListed; orderButtons: ReactNode; onDelete: () => void };

/** A rule in two lines: what it is, whether it is on, and what it did lately. */
export function RuleRow({ rule, orderButtons, onDelete }: RowProps) {
  const t = useTranslations("rules");
  const { slug } = useMe().workspace;
  const times = useTimeWords();
  const now = useNow();
  const wordsOf = useRuleActionWords();
  const turn = useRuleSwitch(rule);
  const { id, name, event, actions, isActive, lastRunAt, runsToday, stoppedAt } = rule;
  return (
    <>
      <div className="min-w-60 flex-1">
        <p className="flex items-center gap-2">
          <Link
            href={`/${slug}/settings/rules/${id}`}
            prefetch={false}
            draggable={false}
            className="min-w-0 truncate font-medium hover:underline"
          >
            <bdi>{name}</bdi>
          </Link>
          {stoppedAt && (
            <Tag tone="warn" title={times.exact(stoppedAt)}>
              {t("stoppedMark")}
            </Tag>
          )}
        </p>
        <p className="truncate text-sm text-ink-2">
          {t(`events.${event}`)} · <bdi>{actions.map(wordsOf).join(" · ")}</bdi>
        </p>
        <p className="text-sm text-ink-3">
          {lastRunAt ? t("lastRun", { time: times.when(lastRunAt, now), count: runsToday }) : t("neverRan")}
        </p>
      </div>
      <Checkbox
        label={t("on")}
        aria-label={t("onOf", { name })}
        checked={isActive}
        onChange={({ target }) => turn(target.checked)}
      />
      {orderButtons}
      <IconButton label={t("deleteOf", { name })} onClick={onDelete}>
        <Trash2 className="size-4" aria-hidden="true" />
      </IconButton>
    </>
  );
}
