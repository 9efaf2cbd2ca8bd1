"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useMe } from "@/components/shell/me";
import type { ChainLink } from "@/lib/rules/types";
import { OutcomeTag } from "./outcome-tag";

/** Every run that came of the same event, one after the other. */
export function RunChain({ chain, here }: { chain: ChainLink[]; here: string }) {
  const t = useTranslations("rules");
  const { slug } = useMe().workspace;
  return (
    <section>
      <h3 className="mb-1 text-xs font-semibold text-ink-3">{t("chain")}</h3>
      <ol className="flex flex-col gap-1">
        {chain.map(({ runId, ruleId, ruleName, outcome }) => (
          <li key={runId} className="flex items-center gap-2 text-sm">
            <OutcomeTag outcome={outcome} />
            {runId === here ? (
              <bdi className="font-medium" aria-current="true">
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
