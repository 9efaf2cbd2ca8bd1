"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { Output } from "@/components/api";
import { ProblemState } from "@/components/shell/problem-state";
import { useLanguageName } from "@/components/shell/use-language-name";
import { Dialog } from "@/components/ui/dialog";
import { Tag } from "@/components/ui/tag";
import type { ReadRoutingDecision } from "@/lib/routing/schemas";
import { CandidateRow } from "./candidate-row";
import { decisionQuery } from "./queries";

type Decision = Output<typeof ReadRoutingDecision>;
type DialogProps = { decisionId: string; onClose: () => void };

/** Why somebody got a conversation: by which rule, and what stood against the others. */
export default function DecisionDialog({ decisionId, onClose }: DialogProps) {
  const t = useTranslations("routing.decision");
  const query = useQuery(decisionQuery(decisionId));
  const decision = query.data;
  const words = decision && t(`rule.${decision.rule}`, { member: decision.member?.name ?? "" });
  return (
    <Dialog open title={t("title")} description={words} closeLabel={t("close")} size="medium" onClose={onClose}>
      {decision ? (
        <DecisionWords decision={decision} />
      ) : query.isError ? (
        <ProblemState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <p className="text-ink-3">{t("loading")}</p>
      )}
    </Dialog>
  );
}

function DecisionWords({ decision }: { decision: Decision }) {
  const t = useTranslations("routing.decision");
  const nameOf = useLanguageName();
  const { candidates, department, language, member, place, skills, waitedSeconds } = decision;
  // Whoever was chosen comes first, then who could have been.
  const rank = (each: Decision["candidates"][number]) =>
    each.member.id === member?.id ? 0 : each.unfit === null ? 1 : 2;
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap gap-1.5">
        <Tag>{t("waited", { minutes: Math.floor(waitedSeconds / 60) })}</Tag>
        {place !== null && <Tag>{t("place", { place })}</Tag>}
        {department && <Tag>{t("department", { department: department.name })}</Tag>}
        {language && <Tag>{t("language", { language: nameOf(language) })}</Tag>}
        {skills.map(({ id, name }) => (
          <Tag key={id} tone="accent">
            {t("skill", { skill: name })}
          </Tag>
        ))}
      </div>
      {candidates.length > 0 && (
        <section>
          <h3 className="mb-1 text-sm font-medium">{t("candidates")}</h3>
          <ul className="divide-y rounded-lg border">
            {candidates
              .toSorted((one, other) => rank(one) - rank(other))
              .map((each) => (
                <CandidateRow key={each.member.id} candidate={each} isChosen={each.member.id === member?.id} />
              ))}
          </ul>
        </section>
      )}
    </div>
  );
}
