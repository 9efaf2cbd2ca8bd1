"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { AnsweredNotice } from "@/components/company/answered-notice";
import { useAnswerGuard } from "@/components/company/use-answer-guard";
import { contactQuery } from "@/components/contacts/queries";
import type { ConversationSummary } from "@/lib/conversations/types";
import { ConsentNotice } from "./consent-notice";
import type { FilledTemplate } from "./fill/template-form";
import { TemplatePicker } from "./picker/template-picker";
import { templateContent } from "./template-content";
import { useSendTemplate } from "./use-send-template";

const ScheduleDialog = lazy(() => import("@/components/messages/scheduled/schedule-dialog"));

type ConversationTemplatesProps = {
  conversation: ConversationSummary;
  autoFocus?: boolean;
  onSent?: () => void;
};

/** The picker for a conversation that is there already. */
export default function ConversationTemplates({ conversation, autoFocus, onSent }: ConversationTemplatesProps) {
  const t = useTranslations("templates.form");
  const { contact, channel } = conversation;
  const language = useQuery(contactQuery(contact.id)).data?.language ?? null;
  const send = useSendTemplate(conversation.id);
  const [sent, setSent] = useState(0);
  const [isChosen, setChosen] = useState(false);
  const guard = useAnswerGuard(conversation.id, isChosen);
  const [later, setLater] = useState<FilledTemplate | null>(null);
  const end = () => {
    setSent(sent + 1);
    setChosen(false);
    onSent?.();
  };
  return (
    <>
      <TemplatePicker
        key={sent}
        channelId={channel.id}
        recipient={{ contactId: contact.id, name: null, phone: contact.phone }}
        language={language}
        sendLabel={t("send")}
        autoFocus={autoFocus ?? false}
        warning={({ category }) => <ConsentNotice contactId={contact.id} name={contact.name} category={category} />}
        besides={() => guard.answer && <AnsweredNotice answer={guard.answer} onWait={guard.pass} />}
        onChoosing={setChosen}
        onSend={(filled) => {
          if (guard.holds()) return;
          send(filled);
          end();
        }}
        onLater={setLater}
      />
      {later && (
        <Suspense>
          <ScheduleDialog
            conversation={conversation}
            messages={[{ content: templateContent(later), quotedWamid: null }]}
            onScheduled={end}
            onClose={() => setLater(null)}
          />
        </Suspense>
      )}
    </>
  );
}
