"use client";

import { useNow, useTranslations } from "next-intl";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { Tag } from "@/components/ui/tag";
import type { Consent } from "./queries";
import { StateDot } from "./state-dot";
import { useSourceWords } from "./use-source-words";

/** A backdated entry was told before it was written down by more than clocks differ. */
const NOTABLE_MS = 120_000;

export function HistoryEntry({ entry }: { entry: Consent }) {
  const t = useTranslations("inbox.consents");
  const sourceWords = useSourceWords();
  const words = useTimeWords();
  const now = useNow();
  const { evidence, actor, channel } = entry;
  const isLate = Date.parse(entry.recordedAt) - Date.parse(entry.at) > NOTABLE_MS;
  const about = [
    sourceWords(entry.source),
    channel && t("toNumber", { channel: channel.name }),
    actor.name && t("recordedBy", { name: actor.name }),
    isLate && actor.kind !== "system" && t("recordedAt", { date: words.date(entry.recordedAt, now) }),
  ].filter((part) => typeof part === "string");
  return (
    <li className="flex flex-col gap-0.5 py-2.5">
      <p className="flex items-baseline gap-1.5">
        <StateDot state={entry.state} />
        <span className="font-medium">{t(`changed.${entry.state}`, { purpose: t(`purpose.${entry.purpose}`) })}</span>
        {entry.isPresent && <Tag tone={entry.state === "granted" ? "good" : "bad"}>{t("holds")}</Tag>}
        <time dateTime={entry.at} title={words.exact(entry.at)} className="ms-auto shrink-0 text-sm text-ink-3">
          {words.date(entry.at, now)}, {words.clock(entry.at)}
        </time>
      </p>
      <p className="ps-3 text-sm text-ink-2">{about.join(" · ")}</p>
      {(evidence.word ?? evidence.text) && (
        <blockquote dir="auto" className="ms-3 border-s-2 ps-2 text-sm whitespace-pre-wrap [overflow-wrap:anywhere]">
          {evidence.word ?? evidence.text}
        </blockquote>
      )}
      {evidence.detail && <p className="ps-3 text-sm text-ink-3">{t("metaSays", { words: evidence.detail })}</p>}
      {evidence.link && (
        <a
          href={evidence.link}
          target="_blank"
          rel="noopener noreferrer"
          className="ms-3 w-fit max-w-full truncate text-sm text-accent hover:underline"
        >
          {evidence.link}
        </a>
      )}
      {evidence.wamid && (
        <p className="truncate ps-3 font-mono text-xs text-ink-3" title={evidence.wamid}>
          {evidence.wamid}
        </p>
      )}
    </li>
  );
}
