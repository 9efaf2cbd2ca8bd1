"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useRefusalWords } from "@/components/shell/use-refusal-words";
import { Notice } from "@/components/ui/notice";
import { Tag, type Tone } from "@/components/ui/tag";
import type { ActionTrace, ChainLink, RuleRun, WebhookTrace } from "@/lib/rules/types";
import { RunChain } from "./run-chain";
import { useRuleActionWords } from "./use-rule-action-words";
import { VerdictList } from "./verdict-list";

type TraceProps = {
  run: RuleRun;
  chain?: ChainLink[] | undefined;
  /** Where to go from here. */
  children: ReactNode;
};

/** What a run saw, what it did, why it did not, and what it is part of. */
export function RunTrace({ run: { id, trace, webhooks }, chain = [], children }: TraceProps) {
  const t = useTranslations("runs");
  const refusalWords = useRefusalWords();
  const stop = trace.stop && refusalWords(trace.stop);
  return (
    <div className="flex flex-col gap-3">
      <section>
        <h3 className="mb-1 text-xs font-semibold text-ink-3">{t("conditions")}</h3>
        <VerdictList verdict={trace} />
      </section>
      {stop && (
        <Notice tone="warn">
          <strong className="font-semibold">{stop.title}</strong> {stop.nextStep}
        </Notice>
      )}
      {trace.actions.length > 0 && (
        <section>
          <h3 className="mb-1 text-xs font-semibold text-ink-3">{t("actions")}</h3>
          <ol className="flex flex-col gap-1.5">
            {trace.actions.map((action) => (
              <ActionLine key={action.id} done={action} webhooks={webhooks} />
            ))}
          </ol>
        </section>
      )}
      {chain.length > 1 && <RunChain chain={chain} here={id} />}
      {children && <p className="text-sm">{children}</p>}
    </div>
  );
}

const tones: Record<ActionTrace["outcome"], Tone> = { done: "good", refused: "bad", skipped: "warn", pending: "plain" };

function ActionLine({ done, webhooks }: { done: ActionTrace; webhooks: WebhookTrace[] }) {
  const t = useTranslations("runs");
  const actionWords = useRuleActionWords();
  const refusalWords = useRefusalWords();
  const { action, outcome } = done;
  const refusal = done.refusal && refusalWords(done.refusal);
  const posted = action.kind === "webhook" ? webhooks.find(({ url }) => url === action.url) : undefined;
  return (
    <li className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5 text-sm">
      {posted ? <PostedTag posted={posted} /> : <Tag tone={tones[outcome]}>{t(`steps.${outcome}`)}</Tag>}
      <span dir="auto" className="min-w-0 [overflow-wrap:anywhere]">
        {actionWords(action)}
      </span>
      {refusal && (
        <p className="w-full text-ink-2">
          {refusal.title} {refusal.nextStep} <span className="font-mono text-xs text-ink-3">{done.refusal?.code}</span>
        </p>
      )}
    </li>
  );
}

const postedTones: Record<WebhookTrace["state"], Tone> = { waiting: "plain", arrived: "good", given_up: "bad" };

function PostedTag({ posted: { state, attempts, answer } }: { posted: WebhookTrace }) {
  const t = useTranslations("runs");
  return (
    <Tag tone={postedTones[state]}>
      {answer === null ? t("posted.unsent") : t(`posted.${state}`, { attempts, answer })}
    </Tag>
  );
}
