"use client";

import { AlarmClock, BellRing, CalendarCheck, Send } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { useGistWords } from "@/components/messages/use-gist-words";
import { useMe } from "@/components/shell/me";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { AgentDay } from "@/lib/queues/types";

type Promised = { key: string; at: string; conversationId: string; name: string; words: string; icon: ReactNode };

/** What the member said they would do, in the order of its time: reminders, what wakes, what is sent later. */
export function Promises({ day, now }: { day: AgentDay; now: Date }) {
  const t = useTranslations("queues.day.promises");
  const words = useTimeWords();
  const { slug } = useMe().workspace;
  const promised = usePromised(day);
  return (
    <Card title={t("title")}>
      {promised.length === 0 && (
        <EmptyState icon={<CalendarCheck />} title={t("empty")}>
          {t("emptyWords")}
        </EmptyState>
      )}
      <ol className="divide-y">
        {promised.map(({ key, at, conversationId, name, words: said, icon }) => (
          <li key={key}>
            <Link
              href={`/${slug}/inbox/${conversationId}?view=all`}
              className="focus-inset flex items-start gap-3 px-4 py-2 hover:bg-hover/60 [&_svg]:mt-0.5 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ink-3"
            >
              {icon}
              <span className="min-w-0 flex-1">
                <span dir="auto" className="block truncate font-medium">
                  {name}
                </span>
                <span dir="auto" className="block truncate text-sm text-ink-2">
                  {said}
                </span>
              </span>
              <time
                dateTime={at}
                title={words.exact(at)}
                className={`text-sm whitespace-nowrap tabular-nums ${Date.parse(at) < now.getTime() ? "font-semibold text-bad" : "text-ink-3"}`}
                suppressHydrationWarning
              >
                {words.when(at, now)}
              </time>
            </Link>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function usePromised({ reminders, snoozed, scheduled }: AgentDay): Promised[] {
  const t = useTranslations("queues.day.promises");
  const gistWords = useGistWords();
  return [
    ...reminders.map(({ id, conversationId, contactName: name, body, dueAt: at }) => ({
      ...{ key: id, at, conversationId, name, words: body },
      icon: <BellRing aria-label={t("reminder")} role="img" />,
    })),
    ...snoozed.map(({ conversationId, contactName: name, until: at }) => ({
      ...{ key: conversationId, at, conversationId, name, words: t("wakes") },
      icon: <AlarmClock aria-label={t("snoozed")} role="img" />,
    })),
    ...scheduled.map(({ messageId, conversationId, contactName: name, text, gist, sendAt: at }) => ({
      ...{ key: messageId, at, conversationId, name, words: gistWords({ text, gist }) },
      icon: <Send aria-label={t("scheduled")} role="img" />,
    })),
  ].toSorted((one, other) => one.at.localeCompare(other.at));
}
