"use client";

import { useQuery } from "@tanstack/react-query";
import { useNow, useTranslations } from "next-intl";
import { contactQuery } from "@/components/contacts/queries";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { FormProblem } from "@/components/settings/form-problem";
import { ConsentNotice } from "@/components/templates/consent-notice";
import { TemplatePicker } from "@/components/templates/picker/template-picker";
import { templateContent } from "@/components/templates/template-content";
import { Dialog } from "@/components/ui/dialog";
import type { ConversationSummary } from "@/lib/conversations/types";
import { useSchedule } from "./use-schedule";

type InsteadProps = { conversation: ConversationSummary; at: Date; onClose: () => void };

/** A template for a time at which nothing else will go. What was written stays where it is. */
export function TemplateInstead({ conversation, at, onClose }: InsteadProps) {
  const t = useTranslations("composer.schedule");
  const templates = useTranslations("templates");
  const actions = useTranslations("common.actions");
  const words = useTimeWords();
  const now = useNow();
  const { contact, channel } = conversation;
  const language = useQuery(contactQuery(contact.id)).data?.language ?? null;
  const schedule = useSchedule(conversation.id);
  return (
    <Dialog
      open
      onClose={onClose}
      size="large"
      title={templates("title")}
      description={t("instead", { time: words.when(at.toISOString(), now) })}
      closeLabel={actions("close")}
    >
      <div className="flex h-[min(68dvh,560px)] flex-col">
        <TemplatePicker
          channelId={channel.id}
          recipient={{ contactId: contact.id, name: null, phone: contact.phone }}
          language={language}
          sendLabel={t("confirm")}
          autoFocus
          isBusy={schedule.isPending}
          warning={({ category }) => <ConsentNotice contactId={contact.id} name={contact.name} category={category} />}
          besides={() => <FormProblem error={schedule.error} />}
          onSend={(filled) =>
            schedule.mutate(
              { at, messages: [{ content: templateContent(filled), quotedWamid: null }] },
              { onSuccess: onClose },
            )
          }
        />
      </div>
    </Dialog>
  );
}
