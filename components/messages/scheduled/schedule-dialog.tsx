"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { call } from "@/components/api";
import { textContent } from "@/components/messages/outgoing/outgoing";
import { keys } from "@/components/queries/keys";
import { FormProblem } from "@/components/settings/form-problem";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
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
  const actions = useTranslations("common.actions");
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
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // A dialog's form lies in the composer's in React's tree, though not on the page.
    event.stopPropagation();
    if (at) schedule.mutate(at);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("title")}
      description={t("words")}
      closeLabel={actions("close")}
      size="medium"
      footer={
        <>
          <Button onClick={onClose}>{actions("cancel")}</Button>
          <Button type="submit" form="schedule" variant="primary" busy={schedule.isPending} disabled={!at}>
            {t("confirm")}
          </Button>
        </>
      }
    >
      <form id="schedule" onSubmit={submit} className="flex flex-col gap-3 pt-1">
        <TimeField at={at} onChange={setAt} windowClosesAt={conversation.windowClosesAt} />
        <FormProblem error={schedule.error} />
      </form>
    </Dialog>
  );
}
