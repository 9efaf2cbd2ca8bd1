"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNow, useTimeZone, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { call } from "@/components/api";
import { readWallField, wallFieldText } from "@/components/conversations/wall-field";
import { keys } from "@/components/queries/keys";
import { FormProblem } from "@/components/settings/form-problem";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { nextMorning } from "@/lib/calendar";
import type { SetReminder } from "@/lib/reminders/schemas";

/** When to come back to a conversation, and what for. */
export default function ReminderDialog({ conversationId, onClose }: { conversationId: string; onClose: () => void }) {
  const t = useTranslations("inbox.reminders");
  const actions = useTranslations("common.actions");
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
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (canSet) set.mutate(at);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("title")}
      description={t("words")}
      closeLabel={actions("close")}
      footer={
        <>
          <Button onClick={onClose}>{actions("cancel")}</Button>
          <Button type="submit" form="reminder" variant="primary" disabled={!canSet} busy={set.isPending}>
            {t("set")}
          </Button>
        </>
      }
    >
      <form id="reminder" onSubmit={submit} className="flex flex-col gap-4 pt-1">
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
      </form>
    </Dialog>
  );
}
