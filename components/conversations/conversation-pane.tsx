"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useCallback, useRef, useState } from "react";
import { isProblem } from "@/components/api";
import { ContactPanel } from "@/components/contacts/contact-panel";
import { useShortcuts } from "@/components/keyboard/use-shortcuts";
import { Composer } from "@/components/messages/composer/composer";
import { Thread } from "@/components/messages/thread";
import { ProblemState } from "@/components/shell/problem-state";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { Message } from "@/lib/messages/types";
import { ConversationHeader } from "./conversation-header";
import { findInLists } from "./place";
import { conversationQuery } from "./queries";
import { useConversationActions } from "./use-conversation-actions";
import { useMarkRead } from "./use-mark-read";
import { usePanel } from "./use-panel";

/** One conversation: header, thread, composer, and who it is with. Mounted afresh for each. */
export function ConversationPane({ conversationId, onBack }: { conversationId: string; onBack: () => void }) {
  const t = useTranslations("inbox.gone");
  const client = useQueryClient();
  const query = useQuery({
    ...conversationQuery(conversationId),
    placeholderData: () => findInLists(client, conversationId),
  });
  const conversation = query.data;
  const actions = useConversationActions(conversation);
  const panel = usePanel();
  const composer = useRef<HTMLTextAreaElement>(null);
  const [isAssignOpen, setAssignOpen] = useState(false);
  const [quoted, setQuoted] = useState<Message | null>(null);
  useMarkRead(conversation);

  const isOpen = conversation !== undefined && conversation.state !== "resolved";
  const write = () => composer.current?.focus();
  const reply = useCallback((message: Message) => {
    setQuoted(message);
    composer.current?.focus();
  }, []);
  useShortcuts({
    r: write,
    Enter: write,
    e: isOpen ? actions.resolve : undefined,
    a: isOpen ? () => setAssignOpen(true) : undefined,
    "Shift+A": isOpen ? actions.claim : undefined,
    "]": panel.toggle,
  });

  if (query.isError && !conversation) {
    const isGone = isProblem(query.error) && query.error.status === 404;
    return (
      <div className="grid min-w-0 flex-1 place-items-center">
        {isGone ? (
          <EmptyState title={t("title")} action={<Button onClick={onBack}>{t("back")}</Button>}>
            {t("words")}
          </EmptyState>
        ) : (
          <ProblemState error={query.error} onRetry={() => void query.refetch()} />
        )}
      </div>
    );
  }
  if (!conversation) return <div className="min-w-0 flex-1" />;
  return (
    <div className="relative flex min-w-0 flex-1">
      <section aria-label={conversation.contact.name} className="flex min-w-0 flex-1 flex-col">
        <ConversationHeader
          conversation={conversation}
          actions={actions}
          isAssignOpen={isAssignOpen}
          onAssignOpen={setAssignOpen}
          onBack={onBack}
          onPanel={panel.toggle}
        />
        <Thread conversation={conversation} onReply={reply} />
        <Composer conversation={conversation} actions={actions} quoted={quoted} onQuoted={setQuoted} ref={composer} />
      </section>
      <ContactPanel conversation={conversation} state={panel.state} onClose={panel.close} />
    </div>
  );
}
