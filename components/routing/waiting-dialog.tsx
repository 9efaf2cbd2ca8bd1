"use client";

import { useQuery } from "@tanstack/react-query";
import { useNow, useTranslations } from "next-intl";
import type { Output } from "@/components/api";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { ProblemState } from "@/components/shell/problem-state";
import { useLanguageName } from "@/components/shell/use-language-name";
import { Dialog } from "@/components/ui/dialog";
import { Tag } from "@/components/ui/tag";
import type { ExplainWaiting } from "@/lib/routing/schemas";
import { CandidateRow } from "./candidate-row";
import { waitingQuery } from "./queries";

type Waiting = Output<typeof ExplainWaiting>;
type DialogProps = { conversationId: string; title: string; onClose: () => void };

/** Why somebody waits, and stands where they stand: what would happen if it were decided now. */
export default function WaitingDialog({ conversationId, title, onClose }: DialogProps) {
  const t = useTranslations("routing");
  const words = useTimeWords();
  const now = useNow();
  const query = useQuery(waitingQuery(conversationId));
  const waiting = query.data;
  const time = waiting?.until ? words.when(waiting.until, now) : "";
  const why = waiting && t(`waiting.why.${waiting.why}`, { member: waiting.member?.name ?? "", time });
  return (
    <Dialog open title={title} description={why} closeLabel={t("decision.close")} size="medium" onClose={onClose}>
      {waiting ? (
        <WaitingWords waiting={waiting} />
      ) : query.isError ? (
        <ProblemState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <p className="text-ink-3">{t("decision.loading")}</p>
      )}
    </Dialog>
  );
}

function WaitingWords({ waiting }: { waiting: Waiting }) {
  const t = useTranslations("routing.waiting");
  const decision = useTranslations("routing.decision");
  const { candidates, department, place, why } = waiting;
  const nextId = why === "next" ? waiting.member?.id : null;
  if (why === "over") return null;
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap gap-1.5">
        {place !== null && <Tag title={t("order")}>{decision("place", { place })}</Tag>}
        {department && <Tag>{decision("department", { department: department.name })}</Tag>}
        <Reasons waiting={waiting} />
      </div>
      {candidates.length > 0 && (
        <section>
          <h3 className="mb-1 text-sm font-medium">{t("candidates")}</h3>
          <ul className="divide-y rounded-lg border">
            {candidates
              .toSorted((one, other) => Number(one.unfit !== null) - Number(other.unfit !== null))
              .map((each) => (
                <CandidateRow key={each.member.id} of="waiting" candidate={each} isChosen={each.member.id === nextId} />
              ))}
          </ul>
        </section>
      )}
      {department && candidates.length === 0 && <p className="text-sm text-ink-3">{t("nobodyHere")}</p>}
    </div>
  );
}

function Reasons({ waiting }: { waiting: Waiting }) {
  const t = useTranslations("routing.waiting");
  const decision = useTranslations("routing.decision");
  const priorities = useTranslations("inbox.priority");
  const nameOf = useLanguageName();
  const words = useTimeWords();
  const now = useNow();
  const { waitedSeconds, priority, countsAs, isReturned, isOpenToAll, overflow, language, skills } = waiting;
  const time = overflow ? words.when(overflow.at, now) : "";
  const named = { priority: priorities(priority), countsAs: priorities(countsAs) };
  return (
    <>
      <Tag>{t("waited", { minutes: Math.floor(waitedSeconds / 60) })}</Tag>
      <Tag title={t("order")}>{t(priority === countsAs ? "priority" : "countsAs", named)}</Tag>
      {isReturned && <Tag>{t("returned")}</Tag>}
      {overflow && (
        <Tag tone="warn">
          {overflow.department
            ? t("overflowTo", { department: overflow.department.name, time })
            : t("overflowAnybody", { time })}
        </Tag>
      )}
      {isOpenToAll && <Tag tone="warn">{t("openToAll")}</Tag>}
      {language && <Tag>{decision("language", { language: nameOf(language) })}</Tag>}
      {skills.map(({ id, name }) => (
        <Tag key={id} tone="accent">
          {decision("skill", { skill: name })}
        </Tag>
      ))}
    </>
  );
}
