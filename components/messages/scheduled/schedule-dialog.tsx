"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { call } from "@/components/api";
import { textContent } from "@/components/messages/outgoing/outgoing";
import { keys } from "@/components/queries/keys";
import { FormDialog } from "@/components/settings/form-dialog";
import { FormProblem } from "@/components/settings/form-problem";
import type { ConversationSummary } from "@/lib/conversations/types";
import { newId } from "@/lib/ids";
import type { SendMessage } from "@/lib/messages/schemas";
import { TimeField } from "./time-field";

type DialogProps = {
  conversation: ConversationSummary;
  text: string;
  quotedWamid: string | null;
  onScheduled: () => void;
  onClose: () => void;
};

/** Sends what is written at a later time. */
export default function ScheduleDialog({ conversation, text, quotedWamid, onScheduled, onClose }: DialogProps) {
  const t = useTranslations("composer.schedule");
  const client = useQueryClient();
  const [at, setAt] = useState<Date | null>(null);
  // One id for this dialog: a click repeated on a weak line schedules once.
  const clientId = useRef(newId());
  const schedule = useMutation({
    mutationFn: (sendAt: Date) =>
      call<typeof SendMessage>("POST /conversations/:conversationId/messages", {
        ...{ conversationId: conversation.id, clientId: clientId.current, sendAt: sendAt.toISOString() },
        ...textContent(text.trim()),
        ...(quotedWamid ? { context: { message_id: quotedWamid } } : {}),
      }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: keys.scheduled(conversation.id) });
      onScheduled();
      onClose();
    },
  });
  const submit = () => {
    if (at) schedule.mutate(at);
  };
  return (
    <FormDialog
      title={t("title")}
      description={t("words")}
      size="medium"
      confirm={t("confirm")}
      isBusy={schedule.isPending}
      isDisabled={!at}
      onSubmit={submit}
      onClose={onClose}
    >
      <TimeField at={at} onChange={setAt} windowClosesAt={conversation.windowClosesAt} />
      <FormProblem error={schedule.error} />
    </FormDialog>
  );
}
