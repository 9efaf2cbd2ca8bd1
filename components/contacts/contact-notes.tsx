"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useNow, useTranslations } from "next-intl";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { kindOf } from "@/components/notes/kind-of";
import { NoteWords } from "@/components/notes/note-words";
import { useMe } from "@/components/shell/me";
import { onPlainClick } from "@/components/shell/plain-click";
import { ProblemState } from "@/components/shell/problem-state";
import type { Note } from "@/lib/notes/types";
import { MoreButton } from "./more-button";
import { notesOfContactQuery } from "./queries";
import { TabSkeleton } from "./tab-skeleton";

type NotesProps = {
  contactId: string;
  /** Goes to a note's place where the thread is at hand; else a link does. */
  onOpen?: (note: Note) => void;
};

/** What the team noted in the contact's conversations, the newest first. */
export function ContactNotes({ contactId, onOpen }: NotesProps) {
  const t = useTranslations("contacts.notes");
  const query = useInfiniteQuery(notesOfContactQuery(contactId));
  if (query.isPending) return <TabSkeleton label={t("loading")} />;
  if (query.isError) return <ProblemState error={query.error} onRetry={() => void query.refetch()} />;
  const notes = query.data.pages.flatMap(({ items }) => items);
  if (notes.length === 0) return <p className="text-ink-3">{t("empty")}</p>;
  return (
    <>
      <ul className="flex flex-col gap-2">
        {notes.map((note) => (
          <NoteLine key={note.id} note={note} onOpen={onOpen} />
        ))}
      </ul>
      <MoreButton query={query} />
    </>
  );
}

function NoteLine({ note, onOpen }: { note: Note; onOpen: NotesProps["onOpen"] }) {
  const t = useTranslations("contacts.notes");
  const kinds = useTranslations("inbox.notes");
  const words = useTimeWords();
  const now = useNow();
  const me = useMe();
  return (
    <li className="rounded-lg border border-note-line bg-note px-2.5 py-1.5">
      <div className="line-clamp-5">
        <NoteWords text={note.body} called={note.mentions} meId={me.id} />
      </div>
      <p className="mt-1 flex flex-wrap items-baseline gap-x-1.5 text-xs text-ink-2">
        <bdi>{note.author.name ?? kinds(kindOf(note))}</bdi>
        <time dateTime={note.at} title={words.exact(note.at)}>
          {words.short(note.at, now)}
        </time>
        <Link
          href={`/${me.workspace.slug}/inbox/${note.conversationId}?view=all&note=${note.id}`}
          prefetch={false}
          onClick={onOpen && onPlainClick(() => onOpen(note))}
          className="ms-auto rounded-sm font-medium text-accent hover:underline"
        >
          {t("goTo")}
        </Link>
      </p>
    </li>
  );
}
