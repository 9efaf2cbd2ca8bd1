"use client";

import { StickyNote } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { useGistWords } from "@/components/messages/use-gist-words";
import { Avatar } from "@/components/ui/avatar";
import { Tag } from "@/components/ui/tag";
import type { FoundContact, FoundConversation, FoundMessage, FoundNote } from "@/lib/search/types";
import { Marked } from "./marked";

type RowProps = { face: ReactNode; name: ReactNode; at?: string; now: Date; line: ReactNode; tags?: ReactNode };

function Row({ face, name, at, now, line, tags }: RowProps) {
  const words = useTimeWords();
  return (
    <span className="grid grid-cols-[24px_minmax(0,1fr)] gap-2.5 px-3 py-2">
      <span className="pt-0.5">{face}</span>
      <span className="min-w-0">
        <span className="flex items-baseline gap-2">
          <span dir="auto" className="truncate font-medium">
            {name}
          </span>
          {at && (
            <time dateTime={at} title={words.exact(at)} className="ms-auto shrink-0 text-xs text-ink-3">
              {words.short(at, now)}
            </time>
          )}
        </span>
        <span className="line-clamp-2 text-sm wrap-anywhere text-ink-2">{line}</span>
        {tags && <span className="mt-1 flex gap-1 overflow-hidden">{tags}</span>}
      </span>
    </span>
  );
}

function Place({ conversation: { state, department } }: { conversation: FoundConversation }) {
  const t = useTranslations("inbox.search.states");
  return (
    <>
      {state !== "open" && <Tag>{t(state)}</Tag>}
      {department && <Tag>{department.name}</Tag>}
    </>
  );
}

export function MessageRow({ found, now }: { found: FoundMessage; now: Date }) {
  const t = useTranslations("inbox.search");
  const gistWords = useGistWords();
  const { contact, author, direction } = found;
  return (
    <Row
      face={<Avatar name={contact.name} seed={contact.id} size="small" />}
      name={contact.name}
      at={found.at}
      now={now}
      line={
        <>
          {direction === "out" && <span className="text-ink-3">{author.name ?? t("us")}: </span>}
          <bdi>{found.gist ? gistWords({ text: "", gist: found.gist }) : <Marked snippet={found.snippet} />}</bdi>
        </>
      }
      tags={<Place conversation={found.conversation} />}
    />
  );
}

export function NoteRow({ found, now }: { found: FoundNote; now: Date }) {
  return (
    <Row
      face={
        <span className="grid size-6 place-items-center rounded-full bg-note text-warn ring-1 ring-note-line">
          <StickyNote className="size-3.5" aria-hidden="true" />
        </span>
      }
      name={found.contact.name}
      at={found.at}
      now={now}
      line={
        <>
          {found.author && <span className="text-ink-3">{found.author}: </span>}
          <bdi>
            <Marked snippet={found.snippet} />
          </bdi>
        </>
      }
      tags={<Place conversation={found.conversation} />}
    />
  );
}

export function ContactRow({ found, now }: { found: FoundContact; now: Date }) {
  const t = useTranslations("inbox.search");
  const { name, phone, username, conversation } = found;
  return (
    <Row
      face={<Avatar name={name.text} seed={found.id} size="small" />}
      name={<Marked snippet={name} />}
      now={now}
      line={
        <span className="flex gap-2">
          {phone && (
            <bdi>
              <Marked snippet={phone} />
            </bdi>
          )}
          {username && <bdi>@{username}</bdi>}
          {!conversation && <span className="text-ink-3">{t("noConversation")}</span>}
        </span>
      }
    />
  );
}
