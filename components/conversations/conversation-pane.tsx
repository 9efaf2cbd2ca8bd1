"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useCallback, useState } from "react";
import { isProblem } from "@/components/api";
import { TypingLine } from "@/components/company/company-faces";
import { useCompany } from "@/components/company/use-company";
import { useIsTyping } from "@/components/company/use-is-typing";
import { ContactPanel } from "@/components/contacts/contact-panel";
import { useQuoted } from "@/components/drafts/use-quoted";
import { useActions } from "@/components/keyboard/use-actions";
import { useMacroKeys } from "@/components/macros/use-macro-keys";
import { Composer } from "@/components/messages/composer/composer";
import { Thread } from "@/components/messages/thread";
import { useReadMentions } from "@/components/notes/use-read-mentions";
import { ProblemState } from "@/components/shell/problem-state";
import { AtRestContext, useThreadAtRest } from "@/components/threads/at-rest";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { Message } from "@/lib/messages/types";
import { ConversationDialogs } from "./conversation-dialogs";
import { ConversationHeader } from "./conversation-header";
import { findInLists } from "./place";
import { conversationQuery } from "./queries";
import { type ClosingQuestion, useConversationActions } from "./use-conversation-actions";
import { useConversationKeys } from "./use-conversation-keys";
import { useIsLookedAt } from "./use-is-looked-at";
import { useMarkRead } from "./use-mark-read";
import { useOpenMenu } from "./use-open-menu";
import { usePanel } from "./use-panel";
import { useReadCursor } from "./use-read-cursor";
import { useSetAside } from "./use-set-aside";
import { useWriting } from "./use-writing";

/** One conversation: header, thread, composer, and who it is with. Mounted afresh for each. */
export default function ConversationPane({ conversationId, onBack }: { conversationId: string; onBack: () => void }) {
  const t = useTranslations("inbox.gone");
  const client = useQueryClient();
  const [listed] = useState(() => findInLists(client, conversationId));
  const query = useQuery({ ...conversationQuery(conversationId), placeholderData: listed });
  const isAtRest = useThreadAtRest(conversationId);
  const conversation = query.data;
  const [question, setQuestion] = useState<ClosingQuestion | null>(null);
  const actions = useConversationActions(conversation, { onClosingQuestion: setQuestion });
  const setAside = useSetAside(conversation);
  const panel = usePanel();
  const menu = useOpenMenu();
  const macros = useMacroKeys(conversation !== undefined);
  const { mode, write, fieldRef } = useWriting();
  const [quoted, setQuoted] = useQuoted(conversationId);
  const [isLeftUnread, setLeftUnread] = useState(false);
  const isLookedAt = useIsLookedAt() && !isLeftUnread;
  const isSeen = isLookedAt && isAtRest;
  useMarkRead(conversation, isSeen);
  useReadMentions(conversation, isSeen);
  useReadCursor(conversation, isSeen);

  const isTyping = useIsTyping(conversationId);
  const companions = useCompany(conversationId, { isLookedAt, isTyping });

  const isOpen = conversation !== undefined && conversation.state !== "resolved";
  const reply = useCallback(
    (message: Message) => {
      setQuoted(message);
      write("reply");
    },
    [write, setQuoted],
  );
  const writeOn = () => write(mode);
  const leaveUnread = () => {
    // Whoever looks at it marks it read.
    setLeftUnread(true);
    void setAside.markUnread();
    onBack();
  };
  useConversationKeys({ conversation, actions, setAside, menu });
  useActions({
    reply: () => write("reply"),
    writeOn,
    note: () => write("note"),
    unread: isOpen ? leaveUnread : conversation && "isResolved",
    panel: panel.toggle,
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
  const hands = { conversation, actions, setAside, menu };
  return (
    <AtRestContext value={isAtRest}>
      <div className="relative flex min-w-0 flex-1">
        <section aria-label={conversation.contact.name} className="flex min-w-0 flex-1 flex-col">
          <ConversationHeader
            {...hands}
            companions={companions}
            onUnread={leaveUnread}
            onMacro={macros.open}
            onBack={onBack}
            onPanel={panel.toggle}
          />
          <Thread conversation={conversation} onReply={reply} />
          <TypingLine companions={companions} />
          <Composer
            conversation={conversation}
            actions={actions}
            quoted={quoted}
            onQuoted={setQuoted}
            mode={mode}
            onMode={write}
            ref={fieldRef}
          />
        </section>
        <ContactPanel conversation={conversation} state={panel.state} onClose={panel.close} />
        <ConversationDialogs {...hands} question={question} onQuestion={setQuestion} macros={macros} />
      </div>
    </AtRestContext>
  );
}
