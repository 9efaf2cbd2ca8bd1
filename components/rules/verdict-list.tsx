"use client";

import { Check, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { RuleTrace } from "@/lib/rules/types";
import { useFactWords } from "./use-fact-words";

type Verdict = Pick<RuleTrace, "groups" | "match">;

type ListProps = {
  verdict: Verdict;
  /** The facts that are those of now, not of then. */
  asOfNow?: readonly string[];
};

/** Each condition with the value that was seen, ticked or not. */
export function VerdictList({ verdict: { groups, match }, asOfNow = [] }: ListProps) {
  const t = useTranslations("runs");
  const { factName, valueWords } = useFactWords();
  if (groups.length === 0) return <p className="text-sm text-ink-2">{t("always")}</p>;
  return (
    <ul className="flex flex-col gap-1.5">
      {groups.map((group, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: What was seen does not change its place.
        <li key={at}>
          {at > 0 && <p className="text-xs font-semibold text-ink-3">{t(match === "all" ? "and" : "or")}</p>}
          {group.conditions.length > 1 && <p className="text-xs text-ink-3">{t(`holds.${group.match}`)}</p>}
          <ul className="flex flex-col gap-1">
            {group.conditions.map(({ fact, operator, value, seen, held }, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: As above.
              <li key={place} className="flex items-start gap-1.5 text-sm">
                <Mark held={held} />
                <span className="min-w-0 [overflow-wrap:anywhere]">
                  <span className="text-ink-2">
                    {factName(fact)} {t(`operators.${operator}`)} {value !== null && valueWords(fact, value)}
                  </span>
                  {" · "}
                  <span className="text-ink-3">
                    {t(asOfNow.includes(fact) ? "isNow" : "saw")}{" "}
                    <bdi className="text-ink">{valueWords(fact, seen)}</bdi>
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function Mark({ held }: { held: boolean }) {
  const t = useTranslations("runs");
  const Icon = held ? Check : X;
  return (
    <span className={held ? "text-good" : "text-bad"}>
      <Icon className="mt-0.5 size-4" aria-hidden="true" />
      <span className="sr-only">{t(held ? "held" : "heldNot")}</span>
    </span>
  );
}
