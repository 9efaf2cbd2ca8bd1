"use client";

import { useQuery } from "@tanstack/react-query";
import { ChevronDown, Clock } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { useAtRest } from "@/components/threads/at-rest";
import type { ConversationSummary } from "@/lib/conversations/types";
import { scheduledQuery } from "./queries";

const ScheduledList = lazy(() => import("./scheduled-list"));

/** What is to be sent later in this conversation: how much and when first; opened, each with what can be done. */
export function ScheduledBar({ conversation }: { conversation: ConversationSummary }) {
  const t = useTranslations("composer.scheduled");
  const format = useFormatter();
  const { data } = useQuery({ ...scheduledQuery(conversation.id), enabled: useAtRest() });
  const [isOpen, setOpen] = useState(false);
  const first = data?.items[0]?.scheduledFor;
  if (!data || !first) return null;
  const next = format.dateTime(new Date(first), {
    ...{ weekday: "short", day: "numeric", month: "short" },
    ...{ hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  });
  return (
    <section aria-label={t("label")} className="border-t bg-surface text-sm">
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        className="focus-inset flex w-full items-center gap-2 px-4 py-1.5 text-start text-ink-2 hover:bg-hover"
      >
        <Clock className="size-4 shrink-0" aria-hidden="true" />
        <span className="min-w-0 flex-1 truncate">{t("count", { count: data.items.length, next })}</span>
        <ChevronDown
          className={`size-4 shrink-0 transition-transform ${isOpen ? "" : "rotate-180"}`}
          aria-hidden="true"
        />
      </button>
      {isOpen && (
        <Suspense>
          <ScheduledList conversation={conversation} messages={data.items} />
        </Suspense>
      )}
    </section>
  );
}
