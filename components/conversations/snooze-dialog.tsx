"use client";

import { useNow, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { nextMorning } from "@/lib/calendar";
import { readWallField, wallFieldText } from "./wall-field";

type DialogProps = { timeZone: string; onChoose: (at: Date) => void; onClose: () => void };

/** A time of one's own, on the clocks of the member's zone, wherever the browser stands. */
export function SnoozeDialog({ timeZone, onChoose, onClose }: DialogProps) {
  const t = useTranslations("inbox.snooze");
  const actions = useTranslations("common.actions");
  const now = useNow();
  const [text, setText] = useState(() => wallFieldText(nextMorning("tomorrow", now, timeZone), timeZone));
  const at = readWallField(text, timeZone);
  const isPast = at !== null && at <= now;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (at && !isPast) onChoose(at);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("chooseTitle")}
      closeLabel={actions("close")}
      footer={
        <>
          <Button onClick={onClose}>{actions("cancel")}</Button>
          <Button type="submit" form="snooze" variant="primary" disabled={at === null || isPast}>
            {t("snooze")}
          </Button>
        </>
      }
    >
      <form id="snooze" onSubmit={submit} className="pt-1">
        <Field label={t("until")} hint={t("zone", { zone: timeZone })} error={isPast ? t("past") : undefined}>
          <Input
            autoFocus
            type="datetime-local"
            required
            value={text}
            min={wallFieldText(now, timeZone)}
            onChange={(event) => setText(event.target.value)}
          />
        </Field>
      </form>
    </Dialog>
  );
}
