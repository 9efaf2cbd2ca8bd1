"use client";

import { useQuery } from "@tanstack/react-query";
import { clsx } from "clsx";
import { X } from "lucide-react";
import { useNow, useTranslations } from "next-intl";
import { lazy, Suspense, useEffect } from "react";
import type { PanelState } from "@/components/conversations/use-panel";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { ProblemState } from "@/components/shell/problem-state";
import { useAtRest } from "@/components/threads/at-rest";
import { Avatar } from "@/components/ui/avatar";
import { IconButton } from "@/components/ui/icon-button";
import { Skeleton } from "@/components/ui/skeleton";
import type { ConversationSummary } from "@/lib/conversations/types";
import { contactQuery } from "./queries";

const loadSections = () => import("./panel-sections");
const PanelSections = lazy(loadSections);

type PanelProps = { conversation: ConversationSummary; state: PanelState; onClose: () => void };

/** Who the conversation is with. Beside the thread, over it where there is no room. */
export function ContactPanel({ conversation, state, onClose }: PanelProps) {
  const t = useTranslations("inbox.panel");
  return (
    <aside
      aria-label={t("label")}
      className={clsx(
        "z-20 w-78 shrink-0 flex-col overflow-y-auto border-s bg-surface",
        state === "closed" && "hidden",
        state === "auto" && "hidden xl:flex",
        state === "open" && "absolute inset-y-0 end-0 flex shadow-high max-md:w-full xl:static xl:shadow-none",
      )}
    >
      {state !== "closed" && <PanelBody conversation={conversation} onClose={onClose} />}
    </aside>
  );
}

function PanelBody({ conversation, onClose }: Omit<PanelProps, "state">) {
  const t = useTranslations("inbox.panel");
  const words = useTimeWords();
  const now = useNow();
  const isAtRest = useAtRest();
  const query = useQuery({ ...contactQuery(conversation.contact.id), enabled: isAtRest });
  const contact = isAtRest ? query.data : undefined;
  useEffect(() => {
    if (isAtRest) void loadSections();
  }, [isAtRest]);
  const name = contact?.name ?? conversation.contact.name;
  return (
    <>
      <header className="flex items-center gap-3 border-b p-4">
        <Avatar name={name} seed={conversation.contact.id} size="large" />
        <div className="min-w-0 flex-1">
          <h2 className="truncate text-lg font-semibold">
            <bdi>{name}</bdi>
          </h2>
          <p className="text-sm text-ink-3">
            {contact ? (
              t("since", { date: words.date(contact.createdAt, now) })
            ) : (
              <Skeleton className="mt-1 h-3 w-24" />
            )}
          </p>
        </div>
        <span className="xl:hidden">
          <IconButton label={t("close")} onClick={onClose}>
            <X className="size-4.5" />
          </IconButton>
        </span>
      </header>
      {query.isError ? (
        <ProblemState error={query.error} onRetry={() => void query.refetch()} />
      ) : contact ? (
        <Suspense fallback={<Loading />}>
          <PanelSections contact={contact} conversation={conversation} />
        </Suspense>
      ) : (
        <Loading />
      )}
    </>
  );
}

function Loading() {
  const t = useTranslations("inbox.panel");
  return (
    <div role="status" className="flex flex-col gap-3 p-4">
      <span className="sr-only">{t("loading")}</span>
      <Skeleton className="h-3 w-40" />
      <Skeleton className="h-3 w-52" />
      <Skeleton className="h-3 w-32" />
    </div>
  );
}
