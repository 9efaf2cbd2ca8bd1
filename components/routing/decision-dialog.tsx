"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ProblemState } from "@/components/shell/problem-state";
import { Dialog } from "@/components/ui/dialog";
import { CandidateRow } from "./candidate-row";
import { DecisionTags } from "./decision-tags";
import { type AskedDecision, type Decision, decisionQuery } from "./queries";

type DialogProps = { asked: AskedDecision; onClose: () => void };

/** Why somebody got a conversation: by which rule or whose hand, and what stood for and against whom. */
export default function DecisionDialog({ asked, onClose }: DialogProps) {
  const t = useTranslations("routing.decision");
  const query = useQuery(decisionQuery(asked));
  const decision = query.data;
  const sentence = useSentence();
  return (
    <Dialog
      open
      title={t("title")}
      description={decision && sentence(decision)}
      closeLabel={t("close")}
      size="medium"
      onClose={onClose}
    >
      {decision ? (
        <DecisionWords decision={decision} />
      ) : query.isError ? (
        <ProblemState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <p className="text-ink-3">{t(query.isPending ? "loading" : "nothing")}</p>
      )}
    </Dialog>
  );
}

function useSentence(): (decision: Decision) => string {
  const t = useTranslations("routing.decision");
  return ({ rule, member, hand }) => {
    const through = hand?.through;
    const software = through?.kind === "rule" ? t("actor.rule", { name: through.name }) : t("actor.system");
    return t(`rule.${rule}`, {
      member: member?.name ?? "",
      actor: hand?.actor.name ?? software,
      from: hand?.from.member?.name ?? "",
    });
  };
}

function DecisionWords({ decision }: { decision: Decision }) {
  const t = useTranslations("routing.decision");
  const { candidates, hand, member } = decision;
  // Whoever was chosen comes first, then who could have been.
  const rank = (each: Decision["candidates"][number]) =>
    each.member.id === member?.id ? 0 : each.unfit === null ? 1 : 2;
  return (
    <div className="flex flex-col gap-4">
      <DecisionTags decision={decision} />
      {candidates.length > 0 && (
        <section>
          <h3 className="mb-1 text-sm font-medium">{t(hand ? "taker" : "candidates")}</h3>
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
