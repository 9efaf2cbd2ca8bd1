"use client";

import { useQuery } from "@tanstack/react-query";
import { ChevronDown } from "lucide-react";
import Link from "next/link";
import { useNow, useTranslations } from "next-intl";
import { useState } from "react";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { useMe } from "@/components/shell/me";
import type { RuleRun } from "@/lib/rules/types";
import { OutcomeTag } from "./outcome-tag";
import { ruleRunQuery } from "./queries";
import { RunTrace } from "./run-trace";

/** One run in a line; its trace opens below. */
export function RunRow({ run, isOpenAtFirst }: { run: RuleRun; isOpenAtFirst: boolean }) {
  const times = useTimeWords();
  const now = useNow();
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  return (
    <li>
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        className="focus-inset flex w-full items-center gap-3 px-4 py-2.5 text-start hover:bg-hover"
      >
        <OutcomeTag outcome={run.outcome} />
        <bdi className="min-w-0 flex-1 truncate">{run.conversation.contactName}</bdi>
        <time dateTime={run.at} title={times.exact(run.at)} className="text-sm text-ink-3">
          {times.short(run.at, now)}
        </time>
        <ChevronDown className={`size-4 text-ink-3 ${isOpen ? "rotate-180" : ""}`} aria-hidden="true" />
      </button>
      {isOpen && <OpenRun run={run} />}
    </li>
  );
}

function OpenRun({ run }: { run: RuleRun }) {
  const t = useTranslations("rules");
  const { slug } = useMe().workspace;
  const { data } = useQuery(ruleRunQuery(run.ruleId, run.id));
  return (
    <div className="bg-sunken px-4 py-3">
      <RunTrace run={run} chain={data?.chain}>
        <Link href={`/${slug}/inbox/${run.conversation.id}`} prefetch={false} className="text-accent hover:underline">
          {t("toConversation")}
        </Link>
      </RunTrace>
    </div>
  );
}
