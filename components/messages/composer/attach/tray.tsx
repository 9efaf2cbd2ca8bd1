"use client";

import { SendHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { AnsweredNotice } from "@/components/company/answered-notice";
import { useAnswerGuard } from "@/components/company/use-answer-guard";
import { Button } from "@/components/ui/button";
import type { ConversationSummary } from "@/lib/conversations/types";
import type { Message } from "@/lib/messages/types";
import { type Attachment, contentOf } from "./attachment";
import { attachments } from "./attachments";
import { TrayItem } from "./tray-item";
import { useSendAttachment } from "./use-send-attachment";

const ScheduleDialog = lazy(() => import("@/components/messages/scheduled/schedule-dialog"));

type TrayProps = {
  conversation: ConversationSummary;
  items: readonly Attachment[];
  quoted: Message["quoted"];
  onSent: () => void;
};

/** The files that were chosen, each with its caption, how far it is and why it cannot go; and the button that sends them. */
export default function Tray({ conversation, items, quoted, onSent }: TrayProps) {
  const t = useTranslations("media.tray");
  const { id: conversationId } = conversation;
  const [isLater, setLater] = useState(false);
  const sendAttachment = useSendAttachment();
  const leaving = items.filter((item) => item.leaving);
  const waiting = items.filter((item) => !item.leaving && item.state !== "refused");
  // Only what is uploaded can wait on the server.
  const later = waiting.flatMap((item, place) =>
    item.upload
      ? [{ content: contentOf(item, item.upload), quotedWamid: place === 0 ? (quoted?.wamid ?? null) : null }]
      : [],
  );
  const refused = items.filter(({ state }) => state === "refused").length;
  const guard = useAnswerGuard(conversationId, waiting.length > 0);
  const send = () => {
    if (waiting.length === 0 || guard.holds()) return;
    attachments.send(conversationId, sendAttachment, quoted);
    onSent();
  };
  return (
    <section
      aria-label={t("label")}
      className="mx-4 mt-2 overflow-hidden rounded-xl border border-line-strong bg-surface shadow-low max-md:mx-2"
    >
      <ul className="max-h-[42vh] divide-y overflow-y-auto overscroll-contain">
        {items.map((item, at) => (
          <TrayItem key={item.id} item={item} isFirst={at === 0} onSend={send} />
        ))}
      </ul>
      {guard.answer && <AnsweredNotice answer={guard.answer} onWait={guard.pass} onSend={send} />}
      <div className="flex min-h-11 items-center gap-3 border-t bg-sunken px-3 py-1.5">
        <p role="status" className="min-w-0 flex-1 truncate text-sm text-ink-2">
          {leaving.length > 0
            ? t("sendOnceUploaded", { count: leaving.length })
            : refused > 0 && t("someRefused", { count: refused })}
        </p>
        {later.length > 0 && later.length === waiting.length && (
          <Button onClick={() => setLater(true)}>{t("later")}</Button>
        )}
        {waiting.length > 0 && (
          <Button variant="primary" onClick={send}>
            <SendHorizontal className="size-3.5 rtl:rotate-180" aria-hidden="true" />
            {t("send", { count: waiting.length })}
          </Button>
        )}
      </div>
      {isLater && (
        <Suspense>
          <ScheduleDialog
            conversation={conversation}
            messages={later}
            onScheduled={() => {
              for (const { id } of waiting) attachments.remove(id);
              onSent();
            }}
            onClose={() => setLater(false)}
          />
        </Suspense>
      )}
    </section>
  );
}
