"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { contactQuery } from "@/components/contacts/queries";
import type { ConversationSummary } from "@/lib/conversations/types";
import { ConsentNotice } from "./consent-notice";
import { TemplatePicker } from "./picker/template-picker";
import { useSendTemplate } from "./use-send-template";

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
  return (
    <TemplatePicker
      key={sent}
      channelId={channel.id}
      recipient={{ contactId: contact.id, name: null, phone: contact.phone }}
      language={language}
      sendLabel={t("send")}
      autoFocus={autoFocus ?? false}
      warning={({ category }) => <ConsentNotice contactId={contact.id} name={contact.name} category={category} />}
      onSend={(filled) => {
        send(filled);
        setSent(sent + 1);
        onSent?.();
      }}
    />
  );
}
