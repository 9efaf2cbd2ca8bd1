"use client";

import { clsx } from "clsx";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useMay, useMe } from "@/components/shell/me";
import type { ChainLink } from "@/lib/rules/types";
import { OutcomeTag } from "./outcome-tag";

/** Every run that came of the same event, one after the other. */
export function RunChain({ chain, here }: { chain: ChainLink[]; here: string }) {
  const t = useTranslations("runs");
  const { slug } = useMe().workspace;
  const mayOpen = useMay("rules.manage");
  return (
    <section>
      <h3 className="mb-1 text-xs font-semibold text-ink-3">{t("chain")}</h3>
      <ol className="flex flex-col gap-1">
        {chain.map(({ runId, ruleId, ruleName, outcome }) => (
          <li key={runId} className="flex items-center gap-2 text-sm">
            <OutcomeTag outcome={outcome} />
            {runId === here || !mayOpen ? (
              <bdi className={clsx(runId === here && "font-medium")} aria-current={runId === here}>
                {ruleName}
              </bdi>
            ) : (
              <Link
                href={`/${slug}/settings/rules/${ruleId}?run=${runId}`}
                prefetch={false}
                className="text-accent hover:underline"
              >
                <bdi>{ruleName}</bdi>
              </Link>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
