"use client";

import { useQuery } from "@tanstack/react-query";
import { useNow, useTranslations } from "next-intl";
import { ofContactQuery } from "@/components/conversations/queries";
import { useInboxUrl } from "@/components/conversations/use-inbox-url";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { useGistWords } from "@/components/messages/use-gist-words";
import { onPlainClick } from "@/components/shell/plain-click";
import { PanelSection } from "./panel-section";

/** Other conversations with the same person, the latest first. */
export function Before({ contactId, presentId }: { contactId: string; presentId: string }) {
  const t = useTranslations("inbox.panel");
  const gistWords = useGistWords();
  const words = useTimeWords();
  const now = useNow();
  const url = useInboxUrl();
  const others = (useQuery(ofContactQuery(contactId)).data?.items ?? []).filter(({ id }) => id !== presentId);
  if (others.length === 0) return null;
  return (
    <PanelSection name="before" title={t("before")}>
      <ul className="-mx-2 flex flex-col">
        {others.map((conversation) => (
          <li key={conversation.id}>
            <a
              href={url.hrefOf(conversation.id)}
              onClick={onPlainClick(() => url.select(conversation.id))}
              className="grid grid-cols-[72px_minmax(0,1fr)] gap-2 rounded-md px-2 py-1 hover:bg-hover"
            >
              <span className="text-ink-3" title={words.exact(conversation.openedAt)}>
                {words.date(conversation.openedAt, now)}
              </span>
              <span className="truncate">
                <bdi>{conversation.lastMessage ? gistWords(conversation.lastMessage) : t("nothingWritten")}</bdi>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}
