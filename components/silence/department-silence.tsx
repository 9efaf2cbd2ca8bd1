"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { call } from "@/components/api";
import { FormProblem } from "@/components/settings/form-problem";
import { SectionCard } from "@/components/settings/section-card";
import { useMay } from "@/components/shell/me";
import { useFieldErrors } from "@/components/shell/use-field-errors";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { showToast } from "@/components/ui/toasts/store";
import type { SetDepartmentSilence } from "@/lib/silence/schemas";
import type { SilenceSettings } from "@/lib/silence/types";
import { departmentSilenceQuery } from "./queries";

/** When a department takes a customer's silence for an end. */
export function DepartmentSilence({ departmentId }: { departmentId: string }) {
  const t = useTranslations("settings.silence");
  const read = useQuery(departmentSilenceQuery(departmentId)).data;
  return (
    <SectionCard title={t("heading")} words={t("words")}>
      {read && <SilenceForm key={JSON.stringify(read)} departmentId={departmentId} settings={read.settings} />}
    </SectionCard>
  );
}

type FormProps = { departmentId: string; settings: SilenceSettings | null };

function SilenceForm({ departmentId, settings }: FormProps) {
  const t = useTranslations("settings.silence");
  const client = useQueryClient();
  const mayManage = useMay("silence.manage");
  const [isOn, setIsOn] = useState(settings !== null);
  const [hours, setHours] = useState(String((settings?.closeAfterMinutes ?? 1_440) / 60));
  const [warnHours, setWarnHours] = useState(
    settings?.warnBeforeMinutes ? String(settings.warnBeforeMinutes / 60) : "",
  );
  const [warning, setWarning] = useState(settings?.warning ?? "");
  const [reason, setReason] = useState(settings?.closingReason ?? "");
  const save = useMutation({
    mutationFn: () => {
      const minutes = (text: string) => Math.round(Number(text) * 60);
      const wanted = {
        closeAfterMinutes: minutes(hours),
        warnBeforeMinutes: warnHours === "" ? null : minutes(warnHours),
        warning: warning.trim() || null,
        closingReason: reason.trim() || null,
      };
      const body = { departmentId, settings: isOn ? wanted : null };
      return call<typeof SetDepartmentSilence>("PUT /departments/:departmentId/silence", body);
    },
    onSuccess: (now) => {
      client.setQueryData(departmentSilenceQuery(departmentId).queryKey, now);
      showToast({ tone: "plain", text: t("saved") });
    },
  });
  const errors = useFieldErrors(save.error);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <fieldset disabled={!mayManage} className="flex max-w-120 flex-col gap-3">
        <Checkbox label={t("isOn")} checked={isOn} onChange={(event) => setIsOn(event.target.checked)} />
        {isOn && (
          <>
            <Field label={t("closeAfter")} error={errors["settings.closeAfterMinutes"]}>
              <Input
                type="number"
                required
                min={0.1}
                max={720}
                step="any"
                value={hours}
                onChange={(event) => setHours(event.target.value)}
              />
            </Field>
            <Field label={t("warnBefore")} hint={t("warnBeforeHint")} error={errors["settings.warnBeforeMinutes"]}>
              <Input
                type="number"
                min={0.02}
                step="any"
                value={warnHours}
                onChange={(event) => setWarnHours(event.target.value)}
              />
            </Field>
            <Field label={t("warning")} error={errors["settings.warning"]}>
              <Textarea
                rows={2}
                dir="auto"
                maxLength={1_000}
                required={warnHours !== ""}
                value={warning}
                onChange={(event) => setWarning(event.target.value)}
              />
            </Field>
            <Field label={t("reason")} error={errors["settings.closingReason"]}>
              <Input dir="auto" maxLength={80} value={reason} onChange={(event) => setReason(event.target.value)} />
            </Field>
          </>
        )}
        <FormProblem error={Object.keys(errors).length === 0 ? save.error : null} />
        {mayManage && (
          <div>
            <Button type="submit" variant="primary" busy={save.isPending}>
              {t("save")}
            </Button>
          </div>
        )}
      </fieldset>
    </form>
  );
}
