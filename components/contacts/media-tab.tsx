"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Images, Link2 } from "lucide-react";
import { useNow, useTranslations } from "next-intl";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { ProblemState } from "@/components/shell/problem-state";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { MediaTile } from "./media-tile";
import { MoreButton } from "./more-button";
import { linksOfContactQuery, mediaOfContactQuery } from "./queries";
import { TabSkeleton } from "./tab-skeleton";

/** What was sent to and fro: files first, then links. */
export function MediaTab({ contactId }: { contactId: string }) {
  const t = useTranslations("contacts.media");
  return (
    <div className="mx-auto flex max-w-230 flex-col gap-4">
      <Card title={t("files")}>
        <Files contactId={contactId} />
      </Card>
      <Card title={t("links")}>
        <Links contactId={contactId} />
      </Card>
    </div>
  );
}

function Files({ contactId }: { contactId: string }) {
  const t = useTranslations("contacts.media");
  const query = useInfiniteQuery(mediaOfContactQuery(contactId));
  if (query.isPending) return <Loading />;
  if (query.isError) return <ProblemState error={query.error} onRetry={() => void query.refetch()} />;
  const files = query.data.pages.flatMap(({ items }) => items);
  if (files.length === 0) return <EmptyState icon={<Images />} title={t("noFiles")} />;
  return (
    <>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(128px,1fr))] gap-2 p-3">
        {files.map((medium) => (
          <li key={medium.id}>
            <MediaTile medium={medium} />
          </li>
        ))}
      </ul>
      <MoreButton query={query} />
    </>
  );
}

function Links({ contactId }: { contactId: string }) {
  const t = useTranslations("contacts.media");
  const words = useTimeWords();
  const now = useNow();
  const query = useInfiniteQuery(linksOfContactQuery(contactId));
  if (query.isPending) return <Loading />;
  if (query.isError) return <ProblemState error={query.error} onRetry={() => void query.refetch()} />;
  const links = query.data.pages.flatMap(({ items }) => items);
  if (links.length === 0) return <EmptyState icon={<Link2 />} title={t("noLinks")} />;
  return (
    <>
      <ul className="divide-y">
        {links.map(({ messageId, url, at, direction }) => (
          <li key={`${messageId} ${url}`} className="flex items-baseline gap-3 px-4 py-2">
            <a
              href={url}
              target="_blank"
              rel="noopener noreferrer nofollow"
              dir="ltr"
              className="min-w-0 flex-1 truncate text-start text-accent hover:underline"
            >
              {url}
            </a>
            <span className="shrink-0 text-xs text-ink-3" title={words.exact(at)}>
              {t(`from.${direction}`)} · {words.short(at, now)}
            </span>
          </li>
        ))}
      </ul>
      <MoreButton query={query} />
    </>
  );
}

function Loading() {
  const t = useTranslations("contacts.media");
  return (
    <div className="px-4">
      <TabSkeleton label={t("loading")} />
    </div>
  );
}
