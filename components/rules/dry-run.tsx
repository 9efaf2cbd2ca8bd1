"use client";

import { useMutation } from "@tanstack/react-query";
import { useFormatter, useNow, useTranslations } from "next-intl";
import { useState } from "react";
import { call, type Output } from "@/components/api";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { FormProblem } from "@/components/settings/form-problem";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Segmented } from "@/components/ui/segmented";
import { Tag } from "@/components/ui/tag";
import type { DryRunRule } from "@/lib/rules/schemas";
import { mostDryRunEvents } from "@/lib/rules/types";
import { hasConditions, type RuleDraft } from "./drafts";
import { useFactWords } from "./use-fact-words";
import { VerdictList } from "./verdict-list";

type Case = Output<typeof DryRunRule>["cases"][number];

/** What the rule, as it stands in the form, would have found in the past. */
export function DryRun({ draft: { event, conditions } }: { draft: RuleDraft }) {
  const t = useTranslations("rules");
  const { factName } = useFactWords();
  const { list } = useFormatter();
  const run = useMutation({
    mutationFn: () => call<typeof DryRunRule>("POST /rules/dry-run", { event, conditions, limit: mostDryRunEvents }),
  });
  const [shown, setShown] = useState<"matched" | "all">("matched");
  const cases = run.data?.cases ?? [];
  const matched = cases.filter(({ verdict }) => verdict.held);
  const asOfNow = [...new Set(cases.flatMap((each) => each.asOfNow))].map(factName);
  const listed = shown === "matched" ? matched : cases;
  return (
    <Card
      title={t("dryRun")}
      side={
        <Button busy={run.isPending} disabled={!hasConditions(conditions)} onClick={() => run.mutate()}>
          {t("tryIt")}
        </Button>
      }
    >
      <div className="flex flex-col gap-3 p-4">
        <p className="text-sm text-pretty text-ink-2">{t("dryRunWords")}</p>
        <FormProblem error={run.error} />
        <div role="status">
          {run.data && (
            <>
              <p className="font-medium">{t("dryRunFound", { matched: matched.length, count: cases.length })}</p>
              {asOfNow.length > 0 && (
                <p className="mt-1 text-sm text-pretty text-ink-2">{t("dryRunNow", { facts: list(asOfNow) })}</p>
              )}
            </>
          )}
        </div>
        {cases.length > 0 && (
          <div>
            <Segmented
              label={t("dryRunShow")}
              value={shown}
              options={(["matched", "all"] as const).map((value) => ({ value, label: t(`dryRunShown.${value}`) }))}
              onChange={setShown}
            />
          </div>
        )}
        {listed.length > 0 && (
          <ul className="max-h-130 divide-y overflow-y-auto rounded-lg border">
            {listed.map((each, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: One conversation may be there more than once.
              <CaseRow key={at} found={each} />
            ))}
          </ul>
        )}
      </div>
    </Card>
  );
}

function CaseRow({ found: { conversation, at, verdict, asOfNow } }: { found: Case }) {
  const t = useTranslations("rules");
  const times = useTimeWords();
  const now = useNow();
  return (
    <li>
      <details>
        <summary className="flex cursor-pointer items-center gap-2 px-3 py-2 hover:bg-hover">
          <bdi className="min-w-0 flex-1 truncate font-medium">{conversation.contactName}</bdi>
          <Tag tone={verdict.held ? "good" : "plain"}>{t(verdict.held ? "wouldRun" : "wouldNot")}</Tag>
          <time dateTime={at} title={times.exact(at)} className="text-sm text-ink-3">
            {times.short(at, now)}
          </time>
        </summary>
        <div className="px-3 pb-3">
          <VerdictList verdict={verdict} asOfNow={asOfNow} />
        </div>
      </details>
    </li>
  );
}
