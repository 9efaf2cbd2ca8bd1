"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { History } from "lucide-react";
import Link from "next/link";
import { useNow, useTranslations } from "next-intl";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { useMe } from "@/components/shell/me";
import { ProblemState } from "@/components/shell/problem-state";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { MoreButton } from "./more-button";
import { historyQuery } from "./queries";
import { TabSkeleton } from "./tab-skeleton";
import { useTold } from "./use-told";

/** What happened with the contact, in all conversations that the member may see, the newest first. */
export function TimelineTab({ contactId }: { contactId: string }) {
  const t = useTranslations("contacts.timeline");
  const times = useTimeWords();
  const tell = useTold();
  const now = useNow();
  const { slug } = useMe().workspace;
  const query = useInfiniteQuery(historyQuery(contactId));
  if (query.isPending) return <TabSkeleton label={t("loading")} />;
  if (query.isError) return <ProblemState error={query.error} onRetry={() => void query.refetch()} />;
  const told = tell(query.data.pages.flatMap(({ items }) => items));
  return (
    <div className="mx-auto max-w-230">
      <Card>
        {told.length === 0 ? (
          <EmptyState icon={<History />} title={t("empty")} />
        ) : (
          <ol className="divide-y">
            {told.map((entry) => (
              <li key={`${entry.id} ${entry.type}`} className="flex items-baseline gap-3 px-4 py-2">
                <span dir="auto" className="min-w-0 flex-1 [overflow-wrap:anywhere]">
                  {entry.text}
                </span>
                {entry.conversationId && (
                  <Link
                    href={`/${slug}/inbox/${entry.conversationId}?view=all`}
                    prefetch={false}
                    className="shrink-0 rounded-sm text-xs font-medium text-accent hover:underline"
                  >
                    {t("open")}
                  </Link>
                )}
                <time dateTime={entry.at} title={times.exact(entry.at)} className="shrink-0 text-xs text-ink-3">
                  {times.short(entry.at, now)}
                </time>
              </li>
            ))}
          </ol>
        )}
        <MoreButton query={query} />
      </Card>
    </div>
  );
}
