"use client";

import { useNow, useTranslations } from "next-intl";
import { useState } from "react";
import { FormDialog } from "@/components/settings/form-dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { nextMorning } from "@/lib/calendar";
import { readWallField, wallFieldText } from "./wall-field";

type DialogProps = { timeZone: string; onChoose: (at: Date) => void; onClose: () => void };

/** A time of one's own, on the clocks of the member's zone, wherever the browser stands. */
export function SnoozeDialog({ timeZone, onChoose, onClose }: DialogProps) {
  const t = useTranslations("inbox.snooze");
  const now = useNow();
  const [text, setText] = useState(() => wallFieldText(nextMorning("tomorrow", now, timeZone), timeZone));
  const at = readWallField(text, timeZone);
  const isPast = at !== null && at <= now;
  const submit = () => {
    if (at && !isPast) onChoose(at);
  };
  return (
    <FormDialog
      title={t("chooseTitle")}
      confirm={t("snooze")}
      isDisabled={at === null || isPast}
      onSubmit={submit}
      onClose={onClose}
    >
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
    </FormDialog>
  );
}
