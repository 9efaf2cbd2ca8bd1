"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNow, useTimeZone, useTranslations } from "next-intl";
import { useState } from "react";
import { call } from "@/components/api";
import { readWallField, wallFieldText } from "@/components/conversations/wall-field";
import { keys } from "@/components/queries/keys";
import { FormDialog } from "@/components/settings/form-dialog";
import { FormProblem } from "@/components/settings/form-problem";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { nextMorning } from "@/lib/calendar";
import type { SetReminder } from "@/lib/reminders/schemas";

/** When to come back to a conversation, and what for. */
export default function ReminderDialog({ conversationId, onClose }: { conversationId: string; onClose: () => void }) {
  const t = useTranslations("inbox.reminders");
  const client = useQueryClient();
  const now = useNow();
  const timeZone = useTimeZone() ?? "UTC";
  const [body, setBody] = useState("");
  const [text, setText] = useState(() => wallFieldText(nextMorning("tomorrow", now, timeZone), timeZone));
  const at = readWallField(text, timeZone);
  const isPast = at !== null && at <= now;
  const canSet = body.trim() !== "" && at !== null && !isPast;
  const set = useMutation({
    mutationFn: (dueAt: Date) =>
      call<typeof SetReminder>("POST /conversations/:conversationId/reminders", {
        conversationId,
        body: body.trim(),
        dueAt: dueAt.toISOString(),
      }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: keys.reminders(conversationId) });
      onClose();
    },
  });
  const submit = () => {
    if (canSet) set.mutate(at);
  };
  return (
    <FormDialog
      title={t("title")}
      description={t("words")}
      confirm={t("set")}
      isBusy={set.isPending}
      isDisabled={!canSet}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label={t("what")}>
        <Textarea
          autoFocus
          dir="auto"
          required
          maxLength={500}
          value={body}
          onChange={(event) => setBody(event.target.value)}
        />
      </Field>
      <Field label={t("when")} hint={t("zone", { zone: timeZone })} error={isPast ? t("past") : undefined}>
        <Input
          type="datetime-local"
          required
          value={text}
          min={wallFieldText(now, timeZone)}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      <FormProblem error={set.error} />
    </FormDialog>
  );
}
