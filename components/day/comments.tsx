"use client";

import { MessageSquareHeart, Star } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { useMe } from "@/components/shell/me";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { AgentDay } from "@/lib/queues/types";

const BEST = 5;

/** What customers said about the member's conversations within a week. */
export function Comments({ comments, now }: { comments: AgentDay["comments"]; now: Date }) {
  const t = useTranslations("queues.day.comments");
  const words = useTimeWords();
  const { slug } = useMe().workspace;
  return (
    <Card title={t("title")} side={<span className="text-sm text-ink-3">{t("span")}</span>}>
      {comments.length === 0 && (
        <EmptyState icon={<MessageSquareHeart />} title={t("empty")}>
          {t("emptyWords")}
        </EmptyState>
      )}
      <ul className="divide-y">
        {comments.map(({ id, conversationId, contactName, score, comment, at }) => (
          <li key={id}>
            <Link
              href={`/${slug}/inbox/${conversationId}?view=resolved`}
              className="focus-inset block px-4 py-2 hover:bg-hover/60"
            >
              <span className="flex items-center gap-2">
                <Stars score={score} label={t("score", { score, best: BEST })} />
                <span dir="auto" className="min-w-0 flex-1 truncate font-medium">
                  {contactName}
                </span>
                <time dateTime={at} title={words.exact(at)} className="text-sm text-ink-3">
                  {words.short(at, now)}
                </time>
              </span>
              {comment && (
                <span dir="auto" className="mt-1 block text-ink-2">
                  {comment}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Stars({ score, label }: { score: number; label: string }) {
  return (
    <span role="img" aria-label={label} title={label} className="flex shrink-0">
      {Array.from({ length: BEST }, (_, place) => (
        <Star
          // biome-ignore lint/suspicious/noArrayIndexKey: Stars are alike, and stand where they stand.
          key={place}
          aria-hidden="true"
          className={`size-3.5 ${place < score ? "fill-warn text-warn" : "text-line-strong"}`}
        />
      ))}
    </span>
  );
}
