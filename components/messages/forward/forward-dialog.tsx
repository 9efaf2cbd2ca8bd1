"use client";

import { useNow, useTranslations } from "next-intl";
import { useState } from "react";
import { call } from "@/components/api";
import { windowView } from "@/components/conversations/service-window";
import type { OutgoingContent } from "@/components/messages/outgoing/outgoing";
import { useOutgoingStore } from "@/components/messages/outgoing/provider";
import { useMe } from "@/components/shell/me";
import { ProblemState } from "@/components/shell/problem-state";
import { useProblemToast } from "@/components/shell/use-problem-toast";
import { Avatar } from "@/components/ui/avatar";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Skeleton } from "@/components/ui/skeleton";
import { Tag } from "@/components/ui/tag";
import { showToast } from "@/components/ui/toasts/store";
import type { ConversationSummary } from "@/lib/conversations/types";
import { newId } from "@/lib/ids";
import type { CancelMessage } from "@/lib/messages/schemas";
import { useTargets } from "./use-targets";

type DialogProps = { content: OutgoingContent; fromConversationId: string; onClose: () => void };

/** Sends the content of one message as a new one into another open conversation. */
export default function ForwardDialog({ content, fromConversationId, onClose }: DialogProps) {
  const t = useTranslations("composer.forward");
  const actions = useTranslations("common.actions");
  const outgoing = useOutgoingStore();
  const onProblem = useProblemToast();
  const { undoSeconds } = useMe();
  const [text, setText] = useState("");
  const { latest: list, shown, isSearching } = useTargets(text, fromConversationId);
  const forward = ({ id, contact }: ConversationSummary) => {
    const sent = t("sent", { name: contact.name });
    const message = { clientId: newId(), conversationId: id, content, quoted: null, at: new Date().toISOString() };
    outgoing.add({ ...message, undoSeconds }, ({ id: messageId, undoUntil }) => {
      const route = "POST /conversations/:conversationId/messages/:messageId/cancel" as const;
      const undo = () => call<typeof CancelMessage>(route, { conversationId: id, messageId }).then(() => {}, onProblem);
      showToast({ tone: "plain", text: sent, undo: undoUntil ? undo : undefined });
    });
    onClose();
  };
  return (
    <Dialog open onClose={onClose} title={t("title")} closeLabel={actions("close")}>
      <Input
        type="search"
        aria-label={t("search")}
        placeholder={t("search")}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="mt-2 h-80 overflow-y-auto">
        {list.isPending && <Skeleton className="h-40" />}
        {list.isError && <ProblemState error={list.error} onRetry={() => void list.refetch()} />}
        {list.isSuccess && !isSearching && shown.length === 0 && (
          <p className="py-8 text-center text-ink-2">{t("none")}</p>
        )}
        <ul>
          {shown.map((conversation) => (
            <li key={conversation.id}>
              <Target conversation={conversation} onChoose={() => forward(conversation)} />
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}

function Target({ conversation, onChoose }: { conversation: ConversationSummary; onChoose: () => void }) {
  const t = useTranslations("composer.forward");
  const now = useNow();
  const { contact, windowClosesAt, channel } = conversation;
  const isOpen = windowView(windowClosesAt, now).state === "open" && channel.state === "active";
  return (
    <button
      type="button"
      disabled={!isOpen}
      onClick={onChoose}
      className="flex w-full items-center gap-2.5 rounded-md px-2 py-1.5 text-start hover:not-disabled:bg-hover disabled:opacity-55"
    >
      <Avatar name={contact.name} seed={contact.id} />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">
          <bdi>{contact.name}</bdi>
        </span>
        <span className="block truncate text-sm text-ink-3">{channel.name}</span>
      </span>
      {!isOpen && <Tag>{t("windowClosed")}</Tag>}
    </button>
  );
}
