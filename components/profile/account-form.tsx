"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { call } from "@/components/api";
import { FormProblem } from "@/components/settings/form-problem";
import { useMe } from "@/components/shell/me";
import { applyTheme, keepForNextPage, type Theme } from "@/components/shell/theme";
import { useFieldErrors } from "@/components/shell/use-field-errors";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Segmented } from "@/components/ui/segmented";
import { Select } from "@/components/ui/select";
import { showToast } from "@/components/ui/toasts/store";
import type { EditMe } from "@/lib/auth/schemas";
import { languages } from "./languages";
import { timeZones } from "./time-zones";

const undoChoices = [0, 3, 5, 10];

export function AccountForm() {
  const t = useTranslations("settings.profile");
  const actions = useTranslations("common.actions");
  const themeNames = useTranslations("common.nav.theme");
  const router = useRouter();
  const me = useMe();
  const [name, setName] = useState(me.name);
  const [theme, setTheme] = useState<Theme>(me.profile?.theme ?? "system");
  const [locale, setLocale] = useState(me.profile?.locale ?? "en");
  const [timeZone, setTimeZone] = useState(me.profile?.timeZone ?? "UTC");
  const [undoSeconds, setUndoSeconds] = useState(me.undoSeconds);
  const edit = useMutation({
    mutationFn: () => call<typeof EditMe>("PATCH /me", { name, theme, locale, timeZone, undoSeconds }),
    onSuccess: () => {
      applyTheme(theme);
      keepForNextPage("locale", locale);
      if (timeZone !== "UTC") keepForNextPage("time-zone", timeZone);
      showToast({ tone: "plain", text: t("saved") });
      router.refresh();
    },
  });
  const errors = useFieldErrors(edit.error);
  const save = (event: FormEvent) => {
    event.preventDefault();
    edit.mutate();
  };
  return (
    <Card title={t("account")}>
      <form onSubmit={save} className="grid gap-x-5 gap-y-4 p-5 md:grid-cols-2">
        <Field label={t("name")} hint={t("nameHint")} error={errors.name}>
          <Input
            required
            maxLength={80}
            autoComplete="name"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Field label={t("email")} hint={t("emailHint")}>
          <Input value={me.profile?.email ?? ""} readOnly disabled />
        </Field>
        <Field label={t("language")} error={errors.locale}>
          <Select value={locale} onChange={(event) => setLocale(event.target.value)}>
            {languages.map(({ tag, name: languageName }) => (
              <option key={tag} value={tag}>
                {languageName}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t("timeZone")} error={errors.timeZone}>
          <Select value={timeZone} onChange={(event) => setTimeZone(event.target.value)}>
            <option value="UTC">{t("zoneOfBrowser")}</option>
            {timeZones().map((zone) => (
              <option key={zone} value={zone}>
                {zone.replaceAll("_", " ")}
              </option>
            ))}
          </Select>
        </Field>
        <div className="flex flex-col items-start gap-1">
          <span className="text-sm font-medium">{themeNames("label")}</span>
          <Segmented<Theme>
            label={themeNames("label")}
            value={theme}
            options={[
              { value: "system", label: themeNames("system") },
              { value: "light", label: themeNames("light") },
              { value: "dark", label: themeNames("dark") },
            ]}
            onChange={setTheme}
          />
        </div>
        <Field label={t("undo")} hint={t("undoHint")}>
          <Select value={undoSeconds} onChange={(event) => setUndoSeconds(Number(event.target.value))}>
            {undoChoices.map((seconds) => (
              <option key={seconds} value={seconds}>
                {seconds === 0 ? t("undoOff") : t("undoSeconds", { seconds })}
              </option>
            ))}
          </Select>
        </Field>
        <div className="flex items-end justify-end gap-3 md:col-span-2">
          <div className="min-w-0 flex-1">{Object.keys(errors).length === 0 && <FormProblem error={edit.error} />}</div>
          <Button type="submit" variant="primary" size="large" busy={edit.isPending}>
            {actions("save")}
          </Button>
        </div>
      </form>
    </Card>
  );
}
