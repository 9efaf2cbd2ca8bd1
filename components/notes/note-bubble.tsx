"use client";

import { Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo, useState } from "react";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { useMe } from "@/components/shell/me";
import { IconButton } from "@/components/ui/icon-button";
import type { Note } from "@/lib/notes/types";
import { kindOf } from "./kind-of";
import { NoteEditor } from "./note-editor";
import { NoteWords } from "./note-words";
import { useNoteActions } from "./use-note-actions";

/** A note between the messages: tinted, so that nobody takes it for something that the customer has read. */
export const NoteBubble = memo(function NoteBubble({ note }: { note: Note }) {
  const t = useTranslations("inbox.notes");
  const me = useMe();
  const actions = useNoteActions(note.conversationId);
  const [isEditing, setEditing] = useState(false);
  const isMine = note.author.id === me.id;
  if (isEditing) {
    return (
      <div className="px-6 pt-2 max-md:px-3">
        <NoteEditor
          conversationId={note.conversationId}
          initialText={note.body}
          submitLabel={t("save")}
          onCancel={() => setEditing(false)}
          onSubmit={(body, called) => {
            setEditing(false);
            void actions.edit(note, body, called);
          }}
        />
      </div>
    );
  }
  return (
    <article
      id={`note-${note.id}`}
      aria-label={t("label")}
      className="group/note flex flex-col items-end px-6 pt-2 transition-colors max-md:px-3"
    >
      <div className="relative max-w-[min(68%,640px)] max-md:max-w-[84%]">
        <div className="rounded-xl rounded-ee-sm border border-note-line bg-note px-2.75 pt-1.75 pb-1.5 text-lg">
          <div className="flex flex-wrap items-end gap-x-3">
            <div className="min-w-0 grow">
              <NoteWords text={note.body} called={note.mentions} meId={me.id} />
            </div>
            <NoteFoot note={note} isMine={isMine} />
          </div>
        </div>
        {isMine && (
          <div className="absolute inset-y-0 end-full flex items-center px-1 opacity-0 transition-opacity group-focus-within/note:opacity-100 group-hover/note:opacity-100 [@media(hover:none)]:opacity-60">
            <IconButton label={t("delete")} onClick={() => void actions.remove(note)}>
              <Trash2 className="size-4" />
            </IconButton>
            <IconButton label={t("edit")} onClick={() => setEditing(true)}>
              <Pencil className="size-4" />
            </IconButton>
          </div>
        )}
      </div>
    </article>
  );
});

function NoteFoot({ note, isMine }: { note: Note; isMine: boolean }) {
  const t = useTranslations("inbox.notes");
  const words = useTimeWords();
  const name = isMine ? null : note.author.name;
  const title = [words.exact(note.at), note.editedAt && t("editedAt", { time: words.exact(note.editedAt) })];
  return (
    <p
      title={title.filter(Boolean).join("\n")}
      className="ms-auto flex flex-wrap items-center justify-end gap-x-1.5 text-xs leading-5 text-ink-2"
    >
      {name && <bdi>{name}</bdi>}
      <span>{t(kindOf(note))}</span>
      {note.editedAt && <span>{t("edited")}</span>}
      <time dateTime={note.at}>{words.clock(note.at)}</time>
    </p>
  );
}
