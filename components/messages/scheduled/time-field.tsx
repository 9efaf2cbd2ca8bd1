"use client";

import { useFormatter, useNow, useTimeZone, useTranslations } from "next-intl";
import { readWallField, wallFieldText } from "@/components/conversations/wall-field";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { presetsFrom } from "./times";

type TimeFieldProps = {
  /** Null while what stands in the field is no time. */
  at: Date | null;
  onChange: (at: Date | null) => void;
  windowClosesAt: string | null;
  /** Chooses a template, which goes at any time. */
  onTemplate?: () => void;
};

/** When to send: a usual time by one click, or any. Says so where the window will be closed by then. */
export function TimeField({ at, onChange, windowClosesAt, onTemplate }: TimeFieldProps) {
  const t = useTranslations("composer.schedule");
  const format = useFormatter();
  const timeZone = useTimeZone() ?? "UTC";
  const now = useNow();
  const said = (moment: Date) =>
    format.dateTime(moment, { weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const closes = windowClosesAt === null ? null : new Date(windowClosesAt);
  const isTooLate = at !== null && closes !== null && at >= closes;
  return (
    <div className="flex flex-col gap-3">
      <div className="grid gap-1.5 sm:grid-cols-2">
        {presetsFrom(now, timeZone).map((preset) => (
          <button
            key={preset.name}
            type="button"
            aria-pressed={at?.getTime() === preset.at.getTime()}
            onClick={() => onChange(preset.at)}
            className="flex items-baseline justify-between gap-2 rounded-md border border-line px-3 py-2 text-start hover:bg-hover aria-pressed:border-accent aria-pressed:bg-accent-soft"
          >
            {t(preset.name)}
            <span className="text-sm text-ink-3">{said(preset.at)}</span>
          </button>
        ))}
      </div>
      <Field label={t("at")} hint={t("zone", { zone: timeZone.replaceAll("_", " ") })}>
        <Input
          type="datetime-local"
          required
          min={wallFieldText(now, timeZone)}
          value={at ? wallFieldText(at, timeZone) : ""}
          onChange={(event) => onChange(readWallField(event.target.value, timeZone))}
        />
      </Field>
      {isTooLate && (
        <Notice
          tone="warn"
          action={
            onTemplate && (
              <Button size="small" onClick={onTemplate}>
                {t("template")}
              </Button>
            )
          }
        >
          {t("windowCloses", {
            time: format.dateTime(closes, {
              weekday: "short",
              day: "numeric",
              month: "short",
              hour: "2-digit",
              minute: "2-digit",
              hourCycle: "h23",
            }),
          })}
        </Notice>
      )}
    </div>
  );
}
