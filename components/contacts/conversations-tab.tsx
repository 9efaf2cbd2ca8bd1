"use client";

import { useQuery } from "@tanstack/react-query";
import { MessagesSquare } from "lucide-react";
import Link from "next/link";
import { useNow, useTranslations } from "next-intl";
import { ofContactQuery } from "@/components/conversations/queries";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { LabelChip } from "@/components/labels/label-chip";
import { useGistWords } from "@/components/messages/use-gist-words";
import { useMe } from "@/components/shell/me";
import { ProblemState } from "@/components/shell/problem-state";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Tag } from "@/components/ui/tag";
import { TabSkeleton } from "./tab-skeleton";

/** Every conversation with the contact that the member may see, the latest first. */
export function ConversationsTab({ contactId }: { contactId: string }) {
  const t = useTranslations("contacts.conversations");
  const gistWords = useGistWords();
  const words = useTimeWords();
  const now = useNow();
  const { slug } = useMe().workspace;
  const query = useQuery(ofContactQuery(contactId));
  if (query.isPending) return <TabSkeleton label={t("loading")} />;
  if (query.isError) return <ProblemState error={query.error} onRetry={() => void query.refetch()} />;
  const { items } = query.data;
  return (
    <div className="mx-auto max-w-230">
      <Card>
        {items.length === 0 ? (
          <EmptyState icon={<MessagesSquare />} title={t("empty")}>
            {t("emptyWords")}
          </EmptyState>
        ) : (
          <ul className="divide-y">
            {items.map((conversation) => (
              <li key={conversation.id}>
                <Link
                  href={`/${slug}/inbox/${conversation.id}?view=all`}
                  prefetch={false}
                  className="focus-inset flex flex-col gap-1 px-4 py-2.5 hover:bg-hover"
                >
                  <span className="flex items-baseline gap-2">
                    <span dir="auto" className="min-w-0 flex-1 truncate">
                      {conversation.lastMessage ? gistWords(conversation.lastMessage) : t("nothing")}
                    </span>
                    <time
                      dateTime={conversation.lastActivityAt}
                      title={words.exact(conversation.lastActivityAt)}
                      className="shrink-0 text-xs text-ink-3"
                    >
                      {words.short(conversation.lastActivityAt, now)}
                    </time>
                  </span>
                  <span className="flex flex-wrap items-center gap-1">
                    <Tag tone={conversation.state === "resolved" ? "plain" : "accent"}>
                      {t(`state.${conversation.state}`)}
                    </Tag>
                    <Tag>{conversation.channel.name}</Tag>
                    {conversation.department && <Tag>{conversation.department.name}</Tag>}
                    {conversation.assignee && <Tag>{conversation.assignee.name}</Tag>}
                    {conversation.labels.map((label) => (
                      <LabelChip key={label.id} label={label} />
                    ))}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </div>
  );
}
