"use client";

import { Coffee } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { PriorityMark } from "@/components/conversations/priority-mark";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { useGistWords } from "@/components/messages/use-gist-words";
import { Ticking } from "@/components/queues/ticking";
import { useMe } from "@/components/shell/me";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Tag } from "@/components/ui/tag";
import type { AgentDay } from "@/lib/queues/types";

/** Who waits for the member, the first promise first. */
export function OwnQueue({ queue, now }: { queue: AgentDay["queue"]; now: Date }) {
  const t = useTranslations("queues.day.queue");
  const gistWords = useGistWords();
  const words = useTimeWords();
  const { slug } = useMe().workspace;
  return (
    <Card title={t("title")} side={<span className="text-sm text-ink-3">{t("order")}</span>}>
      {queue.length === 0 && (
        <EmptyState
          icon={<Coffee />}
          title={t("empty")}
          action={
            <Link href={`/${slug}/inbox?view=unassigned`} className="font-medium text-accent hover:underline">
              {t("next")}
            </Link>
          }
        >
          {t("emptyWords")}
        </EmptyState>
      )}
      <ol className="divide-y">
        {queue.map(({ conversation, dueAt }) => (
          <li key={conversation.id}>
            <Link
              href={`/${slug}/inbox/${conversation.id}`}
              className="focus-inset flex items-center gap-3 px-4 py-2 hover:bg-hover/60"
            >
              <span className="min-w-0 flex-1">
                <span className="flex items-center gap-1.5">
                  <span dir="auto" className="truncate font-medium">
                    {conversation.contact.name}
                  </span>
                  <PriorityMark priority={conversation.priority} />
                </span>
                <span dir="auto" className="block truncate text-sm text-ink-3">
                  {conversation.lastMessage && gistWords(conversation.lastMessage)}
                </span>
              </span>
              {dueAt && (
                <Tag tone={Date.parse(dueAt) < now.getTime() ? "bad" : "warn"} title={words.exact(dueAt)}>
                  {t("due", { time: words.when(dueAt, now) })}
                </Tag>
              )}
              {conversation.waitingSince && <Ticking since={conversation.waitingSince} />}
            </Link>
          </li>
        ))}
      </ol>
    </Card>
  );
}
