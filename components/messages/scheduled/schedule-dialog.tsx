"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormDialog } from "@/components/settings/form-dialog";
import { FormProblem } from "@/components/settings/form-problem";
import type { ConversationSummary } from "@/lib/conversations/types";
import { TemplateInstead } from "./template-instead";
import { TimeField } from "./time-field";
import { type Later, useSchedule } from "./use-schedule";

type DialogProps = {
  conversation: ConversationSummary;
  messages: readonly Later[];
  onScheduled: () => void;
  onClose: () => void;
};

/** Sends what was made ready at a later time; where the window will be closed by then, a template in its place. */
export default function ScheduleDialog({ conversation, messages, onScheduled, onClose }: DialogProps) {
  const t = useTranslations("composer.schedule");
  const [at, setAt] = useState<Date | null>(null);
  const [isInstead, setInstead] = useState(false);
  const schedule = useSchedule(conversation.id);
  const submit = () => {
    if (!at) return;
    const onSuccess = () => {
      onScheduled();
      onClose();
    };
    schedule.mutate({ at, messages }, { onSuccess });
  };
  if (isInstead && at) return <TemplateInstead conversation={conversation} at={at} onClose={onClose} />;
  const needsWindow = messages.some(({ content }) => content.type !== "template");
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
      <TimeField
        at={at}
        onChange={setAt}
        windowClosesAt={needsWindow ? conversation.windowClosesAt : null}
        onTemplate={() => setInstead(true)}
      />
      <FormProblem error={schedule.error} />
    </FormDialog>
  );
}
