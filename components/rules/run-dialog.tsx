"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useNow, useTranslations } from "next-intl";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { useMay, useMe } from "@/components/shell/me";
import { ProblemState } from "@/components/shell/problem-state";
import { Dialog } from "@/components/ui/dialog";
import type { TimelineEntry } from "@/lib/conversations/types";
import { conversationRuleRunQuery } from "./queries";
import { RunTrace } from "./run-trace";

type DialogProps = {
  run: NonNullable<TimelineEntry["ruleRun"]>;
  onClose: () => void;
};

/** What a rule saw in this conversation, and what it did about it. */
export default function RunDialog({ run: { id, conversationId, rule }, onClose }: DialogProps) {
  const t = useTranslations("runs");
  const actions = useTranslations("common.actions");
  const { slug } = useMe().workspace;
  const mayManage = useMay("rules.manage");
  const times = useTimeWords();
  const now = useNow();
  const query = useQuery(conversationRuleRunQuery(conversationId, id));
  const run = query.data;
  return (
    <Dialog
      open
      title={t("title", { rule: rule.name })}
      description={run && t("when", { time: times.when(run.at, now) })}
      closeLabel={actions("close")}
      size="medium"
      onClose={onClose}
    >
      {run ? (
        <RunTrace run={run} chain={run.chain}>
          {mayManage && (
            <Link
              href={`/${slug}/settings/rules/${rule.id}?run=${id}`}
              prefetch={false}
              className="text-accent hover:underline"
            >
              {t("toRule")}
            </Link>
          )}
        </RunTrace>
      ) : query.isError ? (
        <ProblemState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <p className="text-ink-3">{t("loading")}</p>
      )}
    </Dialog>
  );
}
