"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { clsx } from "clsx";
import { useNow, useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { ListSkeleton } from "@/components/conversations/list-skeleton";
import type { InboxUrl } from "@/components/conversations/use-inbox-url";
import { readOn } from "@/components/queries/read-on";
import { onPlainClick } from "@/components/shell/plain-click";
import { ProblemState } from "@/components/shell/problem-state";
import { Button } from "@/components/ui/button";
import { ContactRow, MessageRow, NoteRow } from "./found-rows";
import { Hints } from "./hints";
import { NothingFound } from "./nothing-found";
import { searchQuery } from "./queries";
import { useSettled } from "./use-settled";

type ResultsProps = {
  url: InboxUrl;
  text: string;
  onText: (text: string) => void;
  /** Whether the keyboard goes on in here, as soon as there is something. */
  takesFocus: boolean;
  onFocused: () => void;
  /** Back to the words. */
  onLeave: () => void;
};

/** What was found, in the place of the list: contacts, notes and messages, each leading to where it stands. */
export default function SearchResults({ url, text, onText, takesFocus, onFocused, onLeave }: ResultsProps) {
  const t = useTranslations("inbox.search");
  const now = useNow();
  const list = useRef<HTMLElement>(null);
  const sought = useSettled(text.trim());
  const query = useInfiniteQuery(searchQuery(sought));
  const isFound = sought === text.trim() && query.isSuccess && !query.isPlaceholderData;
  useEffect(() => {
    if (!takesFocus || !isFound) return;
    list.current?.querySelector("a")?.focus();
    onFocused();
  }, [takesFocus, isFound, onFocused]);
  const [first] = query.data?.pages ?? [];
  if (query.isError && !first) return <ProblemState error={query.error} onRetry={() => void query.refetch()} />;
  if (!first) return <ListSkeleton label={t("loading")} />;
  const messages = query.data?.pages.flatMap((page) => page.messages.items) ?? [];
  const contacts = first.contacts.items;
  const notes = first.notes.items;
  const count = contacts.length + notes.length + messages.length;
  const open = (conversationId: string, spot?: typeof url.spot) => ({
    href: url.hrefOf(conversationId, url.filter, spot ?? undefined),
    isOpen: conversationId === url.selectedId && spot?.id === url.spot?.id,
    onOpen: () => url.select(conversationId, spot ?? undefined),
  });
  return (
    <search
      ref={list}
      aria-label={t("label")}
      aria-busy={query.isFetching}
      onKeyDown={(event) => walk(event, list.current, onLeave)}
      className={clsx(
        "block min-h-0 flex-1 overflow-y-auto overscroll-contain",
        query.isPlaceholderData && "opacity-60",
      )}
    >
      <p role="status" className="sr-only">
        {query.isFetching ? t("loading") : t("found", { count })}
      </p>
      {count === 0 && <NothingFound text={text} notUnderstood={first.notUnderstood} onClear={() => onText("")} />}
      <Group title={t("contacts")} shown={contacts.length > 0}>
        {contacts.map((found) => (
          <Result key={found.id} {...(found.conversation ? open(found.conversation.id) : {})}>
            <ContactRow found={found} now={now} />
          </Result>
        ))}
      </Group>
      <Group title={t("notes")} shown={notes.length > 0}>
        {notes.map((found) => (
          <Result key={found.id} {...open(found.conversation.id, { kind: "note", id: found.id })}>
            <NoteRow found={found} now={now} />
          </Result>
        ))}
      </Group>
      <Group title={t("messages")} shown={messages.length > 0}>
        {messages.map((found) => (
          <Result key={found.id} {...open(found.conversation.id, { kind: "message", id: found.id })}>
            <MessageRow found={found} now={now} />
          </Result>
        ))}
      </Group>
      {query.hasNextPage && (
        <p className="p-3 text-center">
          <Button onClick={() => void readOn(query)} disabled={query.isFetchingNextPage}>
            {t("more")}
          </Button>
        </p>
      )}
      <Hints text={text} onText={onText} />
    </search>
  );
}

function Group({ title, shown, children }: { title: string; shown: boolean; children: ReactNode }) {
  if (!shown) return null;
  return (
    <section aria-label={title}>
      <h2 className="sticky top-0 z-1 border-b bg-sunken px-3 py-1 text-xs font-semibold text-ink-3">{title}</h2>
      <ul className="divide-y border-b">{children}</ul>
    </section>
  );
}

type ResultProps = { href?: string; isOpen?: boolean; onOpen?: () => void; children: ReactNode };

function Result({ href, isOpen = false, onOpen, children }: ResultProps) {
  if (!href || !onOpen) return <li>{children}</li>;
  return (
    <li>
      <a
        href={href}
        onClick={onPlainClick(onOpen)}
        aria-current={isOpen ? "true" : undefined}
        className={clsx("focus-inset block", isOpen ? "bg-accent-soft" : "hover:bg-hover/60")}
      >
        {children}
      </a>
    </li>
  );
}

/** The arrow keys go from one result to the next, and from the first back to the words; Enter is the link's own. */
function walk(event: KeyboardEvent, list: HTMLElement | null, onLeave: () => void): void {
  const links = [...(list?.querySelectorAll("a") ?? [])];
  const at = links.indexOf(document.activeElement as HTMLAnchorElement);
  if (event.key === "Escape" || (event.key === "ArrowUp" && at === 0)) {
    event.preventDefault();
    onLeave();
    return;
  }
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const next = links[at + (event.key === "ArrowDown" ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
