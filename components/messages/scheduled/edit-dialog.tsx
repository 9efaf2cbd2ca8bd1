"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { call } from "@/components/api";
import { textContent } from "@/components/messages/outgoing/outgoing";
import { keys } from "@/components/queries/keys";
import { FormDialog } from "@/components/settings/form-dialog";
import { FormProblem } from "@/components/settings/form-problem";
import { useFieldErrors } from "@/components/shell/use-field-errors";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { ConversationSummary } from "@/lib/conversations/types";
import type { EditScheduledMessage } from "@/lib/messages/schemas";
import type { Message } from "@/lib/messages/types";
import { sendLimits } from "@/lib/whatsapp/types";
import { TimeField } from "./time-field";

type DialogProps = { conversation: ConversationSummary; message: Message; onClose: () => void };

/** Changes what waits: its time, and the words of a plain text. */
export function EditDialog({ conversation, message, onClose }: DialogProps) {
  const t = useTranslations("composer.scheduled");
  const words = useTranslations("inbox.composer");
  const client = useQueryClient();
  const present = (message.content.text as { body?: string } | undefined)?.body ?? "";
  const [text, setText] = useState(present);
  const [at, setAt] = useState<Date | null>(message.scheduledFor ? new Date(message.scheduledFor) : null);
  const save = useMutation({
    mutationFn: (sendAt: Date) =>
      call<typeof EditScheduledMessage>("PATCH /conversations/:conversationId/messages/:messageId", {
        ...{ conversationId: conversation.id, messageId: message.id, sendAt: sendAt.toISOString() },
        ...(message.type === "text" && text !== present ? textContent(text.trim()) : {}),
      }),
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries({ queryKey: keys.scheduled(conversation.id) }),
  });
  const submit = () => {
    if (at) save.mutate(at);
  };
  const errors = useFieldErrors(save.error);
  return (
    <FormDialog
      title={t("editTitle")}
      size="medium"
      isBusy={save.isPending}
      isDisabled={!at}
      onSubmit={submit}
      onClose={onClose}
    >
      {message.type === "text" && (
        <Field label={words("label")} error={errors["text.body"]}>
          <Textarea
            dir="auto"
            required
            rows={3}
            maxLength={sendLimits.text}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </Field>
      )}
      <TimeField at={at} onChange={setAt} windowClosesAt={conversation.windowClosesAt} />
      <FormProblem error={save.error} />
    </FormDialog>
  );
}
