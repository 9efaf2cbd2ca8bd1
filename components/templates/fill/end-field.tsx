"use client";

import { useNow, useTimeZone, useTranslations } from "next-intl";
import { readWallField, wallFieldText } from "@/components/conversations/wall-field";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { type Slot, textValue } from "@/lib/templates/types";
import type { Filling } from "./use-filling";

type EndFieldProps = { slot: Slot; filling: Filling; label: string; error: string | undefined };

/** When an offer ends, on the clocks of whoever sends it. */
export function EndField({ slot, filling, label, error }: EndFieldProps) {
  const t = useTranslations("templates.form");
  const timeZone = useTimeZone() ?? "UTC";
  const now = useNow();
  const value = textValue(filling.values, slot.key);
  return (
    <Field label={label} hint={t("endHint", { zone: timeZone.replaceAll("_", " ") })} error={error}>
      <Input
        data-slot={slot.key}
        type="datetime-local"
        min={wallFieldText(now, timeZone)}
        value={value === "" ? "" : wallFieldText(new Date(value), timeZone)}
        onChange={({ target }) => filling.write(slot.key, readWallField(target.value, timeZone)?.toISOString() ?? "")}
      />
    </Field>
  );
}
