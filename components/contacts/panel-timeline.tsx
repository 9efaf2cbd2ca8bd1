"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useNow, useTranslations } from "next-intl";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { ProblemState } from "@/components/shell/problem-state";
import { PanelSection } from "./panel-section";
import { historyQuery } from "./queries";
import { ShowAll } from "./show-all";
import { TabSkeleton } from "./tab-skeleton";
import { useTold } from "./use-told";

const MOST_SHOWN = 6;

/** The latest of what happened with the contact. */
export function PanelTimeline({ contactId }: { contactId: string }) {
  const t = useTranslations("contacts.tabs");
  return (
    <PanelSection name="timeline" title={t("timeline")} action={<ShowAll contactId={contactId} tab="timeline" />}>
      <Latest contactId={contactId} />
    </PanelSection>
  );
}

function Latest({ contactId }: { contactId: string }) {
  const t = useTranslations("contacts.timeline");
  const words = useTimeWords();
  const now = useNow();
  const tell = useTold();
  const query = useInfiniteQuery(historyQuery(contactId));
  if (query.isPending) return <TabSkeleton label={t("loading")} />;
  if (query.isError) return <ProblemState error={query.error} onRetry={() => void query.refetch()} />;
  const told = tell(query.data.pages.flatMap(({ items }) => items)).slice(0, MOST_SHOWN);
  if (told.length === 0) return <p className="text-ink-3">{t("empty")}</p>;
  return (
    <ol className="flex flex-col gap-1.5">
      {told.map(({ id, type, text, at }) => (
        <li key={`${id} ${type}`} className="flex items-baseline gap-2">
          <span dir="auto" className="min-w-0 flex-1 [overflow-wrap:anywhere]">
            {text}
          </span>
          <time dateTime={at} title={words.exact(at)} className="shrink-0 text-xs text-ink-3">
            {words.short(at, now)}
          </time>
        </li>
      ))}
    </ol>
  );
}
