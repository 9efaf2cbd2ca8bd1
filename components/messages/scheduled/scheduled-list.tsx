"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { useGistWords } from "@/components/messages/use-gist-words";
import { Button } from "@/components/ui/button";
import type { ConversationSummary } from "@/lib/conversations/types";
import type { Message } from "@/lib/messages/types";
import { EditDialog } from "./edit-dialog";
import { useScheduled } from "./use-scheduled";

type ListProps = { conversation: ConversationSummary; messages: Message[] };

export default function ScheduledList({ conversation, messages }: ListProps) {
  const [edited, setEdited] = useState<Message | null>(null);
  return (
    <>
      <ul className="max-h-56 overflow-y-auto px-4 pb-2">
        {messages.map((message) => (
          <Scheduled key={message.id} message={message} onEdit={() => setEdited(message)} />
        ))}
      </ul>
      {edited && <EditDialog conversation={conversation} message={edited} onClose={() => setEdited(null)} />}
    </>
  );
}

function Scheduled({ message, onEdit }: { message: Message; onEdit: () => void }) {
  const t = useTranslations("composer.scheduled");
  const words = useTimeWords();
  const gistWords = useGistWords();
  const { sendNow, cancel } = useScheduled(message);
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t py-2 first:border-t-0">
      <div className="min-w-48 flex-1">
        <p className="text-xs text-ink-3">
          {message.scheduledFor && words.exact(message.scheduledFor)}
          {message.author.name && ` · ${message.author.name}`}
        </p>
        <p dir="auto" className="line-clamp-2">
          {gistWords(message)}
        </p>
      </div>
      <span className="flex gap-1.5">
        <Button size="small" busy={sendNow.isPending} onClick={() => sendNow.mutate()}>
          {t("sendNow")}
        </Button>
        <Button size="small" onClick={onEdit}>
          {t("edit")}
        </Button>
        <Button size="small" variant="quiet" busy={cancel.isPending} onClick={() => cancel.mutate()}>
          {t("cancel")}
        </Button>
      </span>
    </li>
  );
}
