"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowLeft, UserRoundX } from "lucide-react";
import { useNow, useTranslations } from "next-intl";
import { isProblem } from "@/components/api";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { ProblemState } from "@/components/shell/problem-state";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { IconButton } from "@/components/ui/icon-button";
import { Skeleton } from "@/components/ui/skeleton";
import { AboutTab } from "./about-tab";
import { BlockedNotice } from "./blocked-notice";
import { ContactActions } from "./contact-actions";
import { ContactTabs } from "./contact-tabs";
import { ConversationsTab } from "./conversations-tab";
import { MediaTab } from "./media-tab";
import { contactQuery } from "./queries";
import { TimelineTab } from "./timeline-tab";
import type { ContactsUrl } from "./use-contacts-url";

/** Everything that is known of one contact. */
export function ContactPage({ contactId, url }: { contactId: string; url: ContactsUrl }) {
  const t = useTranslations("contacts.page");
  const words = useTimeWords();
  const now = useNow();
  const query = useQuery(contactQuery(contactId));
  const contact = query.data;
  const isGone = isProblem(query.error) && query.error.status === 404;
  if (isGone) {
    return (
      <div className="grid flex-1 place-items-center">
        <EmptyState
          icon={<UserRoundX />}
          title={t("gone.title")}
          action={<Button onClick={() => url.select(null)}>{t("back")}</Button>}
        >
          {t("gone.words")}
        </EmptyState>
      </div>
    );
  }
  if (query.isError && !contact) {
    return (
      <div className="grid flex-1 place-items-center">
        <ProblemState error={query.error} onRetry={() => void query.refetch()} />
      </div>
    );
  }
  return (
    <article aria-label={contact?.name ?? t("loading")} className="flex min-w-0 flex-1 flex-col bg-canvas">
      <header className="flex flex-wrap items-center gap-3 border-b bg-surface px-5 pt-4 pb-3 max-md:px-3">
        <span className="md:hidden">
          <IconButton label={t("back")} onClick={() => url.select(null)}>
            <ArrowLeft className="size-4.5 rtl:rotate-180" />
          </IconButton>
        </span>
        {contact ? (
          <>
            <Avatar name={contact.name} seed={contact.id} size="large" />
            <div className="min-w-0 flex-1">
              <h1 dir="auto" className="truncate text-xl font-semibold">
                {contact.name}
              </h1>
              <p className="truncate text-sm text-ink-3" title={words.exact(contact.createdAt)}>
                {t("since", { date: words.date(contact.createdAt, now) })}
              </p>
            </div>
            <ContactActions contact={contact} onGone={() => url.select(null)} onSelect={url.select} />
          </>
        ) : (
          <div role="status" className="flex items-center gap-3">
            <span className="sr-only">{t("loading")}</span>
            <Skeleton className="size-11 rounded-full" />
            <Skeleton className="h-4 w-40" />
          </div>
        )}
      </header>
      <ContactTabs tab={url.tab} onTab={url.open} />
      {contact && (
        <div
          role="tabpanel"
          id={`contact-${url.tab}`}
          aria-labelledby={`contact-tab-${url.tab}`}
          className="min-h-0 flex-1 overflow-y-auto p-5 max-md:p-3"
        >
          <BlockedNotice contact={contact} />
          {url.tab === "about" && <AboutTab contact={contact} />}
          {url.tab === "conversations" && <ConversationsTab contactId={contact.id} />}
          {url.tab === "media" && <MediaTab contactId={contact.id} />}
          {url.tab === "timeline" && <TimelineTab contactId={contact.id} />}
        </div>
      )}
    </article>
  );
}
