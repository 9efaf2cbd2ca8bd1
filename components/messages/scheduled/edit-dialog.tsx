"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { call, fieldErrors } from "@/components/api";
import { textContent } from "@/components/messages/outgoing/outgoing";
import { keys } from "@/components/queries/keys";
import { FormProblem } from "@/components/settings/form-problem";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
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
  const actions = useTranslations("common.actions");
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
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (at) save.mutate(at);
  };
  const errors = fieldErrors(save.error);
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("editTitle")}
      closeLabel={actions("close")}
      size="medium"
      footer={
        <>
          <Button onClick={onClose}>{actions("cancel")}</Button>
          <Button type="submit" form="scheduled" variant="primary" busy={save.isPending} disabled={!at}>
            {actions("save")}
          </Button>
        </>
      }
    >
      <form id="scheduled" onSubmit={submit} className="flex flex-col gap-3 pt-1">
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
      </form>
    </Dialog>
  );
}
