"use client";

import {
  AlarmClock,
  AlarmClockOff,
  ArrowRightLeft,
  CircleCheck,
  Flag,
  Hand,
  HandHelping,
  Inbox,
  type LucideIcon,
  OctagonAlert,
  RotateCcw,
  ShieldAlert,
  ShieldCheck,
  Split,
  Star,
  Tag,
  TimerOff,
  Undo2,
  UserRound,
  Workflow,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { DecisionButton } from "@/components/routing/decision-button";
import { RunButton } from "@/components/rules/run-button";
import type { TimelineEntry } from "@/lib/conversations/types";
import { useTimeWords } from "./use-time-words";
import { useTimelineWords } from "./use-timeline-words";

const icons: Record<string, LucideIcon> = {
  "conversation.queued": Inbox,
  "conversation.assigned": UserRound,
  "conversation.transferred": ArrowRightLeft,
  "conversation.snoozed": AlarmClock,
  "conversation.woken": AlarmClockOff,
  "conversation.resolved": CircleCheck,
  "conversation.reopened": RotateCcw,
  "conversation.labelled": Tag,
  "conversation.prioritised": Flag,
  "conversation.markedSpam": ShieldAlert,
  "conversation.unmarkedSpam": ShieldCheck,
  "conversation.ownerChanged": Split,
  "conversation.offered": HandHelping,
  "conversation.offerEnded": Hand,
  "conversation.returned": Undo2,
  "rule.ran": Workflow,
  "rule.stopped": OctagonAlert,
  "consent.changed": ShieldCheck,
  "serviceLevel.missed": TimerOff,
  "conversation.silenceWarned": AlarmClock,
  "survey.answered": Star,
};

/** One thin line of what was done with the conversation. */
export function TimelineLine({ entry, now }: { entry: TimelineEntry; now: Date }) {
  const times = useTimeWords();
  const words = useTimelineWords();
  const text = words(entry, now);
  const { decisionId } = entry.details;
  const Icon = icons[entry.type];
  if (text === null) return null;
  return (
    <>
      <p
        title={times.exact(entry.at)}
        className="mx-auto my-1.5 flex w-fit max-w-[80%] items-baseline gap-1.5 px-3 text-center text-xs text-pretty text-ink-3"
      >
        {Icon && <Icon className="size-3 shrink-0 translate-y-0.5" aria-hidden="true" />}
        <span>
          <span dir="auto">{text}</span>
          {typeof decisionId === "string" && <DecisionButton asked={{ decisionId }} />}
          {entry.ruleRun && <RunButton run={entry.ruleRun} isNamed={entry.type.startsWith("rule.")} />} ·{" "}
          <time dateTime={entry.at}>{times.clock(entry.at)}</time>
        </span>
      </p>
      {entry.type === "conversation.ownerChanged" && <Told {...entry.details} />}
    </>
  );
}

/** What the responder before us handed over with the thread, in its own words. */
function Told({ summary, metadata }: { summary?: unknown; metadata?: unknown }) {
  const t = useTranslations("inbox.timeline.told");
  const told = (["summary", "metadata"] as const).flatMap((name) => {
    const text = name === "summary" ? summary : metadata;
    return typeof text === "string" ? [{ name, text }] : [];
  });
  if (told.length === 0) return null;
  return (
    <dl className="mx-auto mb-2 flex w-fit max-w-[min(80%,36rem)] flex-col gap-2 rounded-lg border bg-surface px-3 py-2 text-sm">
      {told.map(({ name, text }) => (
        <div key={name}>
          <dt className="text-xs text-ink-3">{t(name)}</dt>
          <dd dir="auto" className="max-h-48 overflow-y-auto break-words whitespace-pre-wrap">
            {text}
          </dd>
        </div>
      ))}
    </dl>
  );
}
