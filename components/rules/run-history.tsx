"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { History } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { readOn } from "@/components/queries/read-on";
import { ProblemState } from "@/components/shell/problem-state";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import { ruleOutcomes } from "@/lib/rules/types";
import { ruleRunQuery, ruleRunsQuery } from "./queries";
import { RunRow } from "./run-row";

/** What the rule did, the latest first. */
export function RunHistory({ ruleId }: { ruleId: string }) {
  const t = useTranslations("rules");
  const outcomes = useTranslations("runs.outcomes");
  const [wanted, setWanted] = useState("");
  const openId = useSearchParams().get("run");
  const query = useInfiniteQuery(ruleRunsQuery(ruleId, ruleOutcomes.find((outcome) => outcome === wanted) ?? null));
  const read = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const sought = useQuery({ ...ruleRunQuery(ruleId, openId ?? ""), enabled: openId !== null }).data;
  // Older than what has been read, it stands above the rest until they come to it.
  const runs = !sought || wanted !== "" || read.some(({ id }) => id === openId) ? read : [sought, ...read];
  return (
    <Card
      title={t("history")}
      side={
        <Select aria-label={t("outcome")} className="w-44" value={wanted} onChange={(e) => setWanted(e.target.value)}>
          <option value="">{t("everyOutcome")}</option>
          {ruleOutcomes.map((outcome) => (
            <option key={outcome} value={outcome}>
              {outcomes(outcome)}
            </option>
          ))}
        </Select>
      }
    >
      {query.isPending ? (
        <div className="flex flex-col gap-3 p-4">
          <Skeleton className="h-5 w-2/3" />
          <Skeleton className="h-5 w-1/2" />
        </div>
      ) : query.isError && runs.length === 0 ? (
        <ProblemState error={query.error} onRetry={() => void query.refetch()} />
      ) : runs.length === 0 ? (
        <EmptyState icon={<History />} title={t("noRuns")}>
          {t("noRunsWords")}
        </EmptyState>
      ) : (
        <ul className="divide-y">
          {runs.map((run) => (
            <RunRow key={`${run.id} ${run.id === openId}`} run={run} isOpenAtFirst={run.id === openId} />
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <div className="border-t p-3 text-center">
          <Button busy={query.isFetchingNextPage} onClick={() => void readOn(query)}>
            {t("more")}
          </Button>
        </div>
      )}
    </Card>
  );
}
