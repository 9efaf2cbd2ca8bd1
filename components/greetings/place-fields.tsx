"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { channelsQuery } from "@/components/channels/queries";
import { departmentsQuery } from "@/components/departments/queries";
import { useLanguageName } from "@/components/shell/use-language-name";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { greetingTimes } from "@/lib/greetings/types";
import { languages } from "@/lib/languages";
import type { Draft } from "./greeting-dialog";

type PlaceProps = { draft: Draft; onChange: (change: Partial<Draft>) => void };

/** Where and when a greeting holds. */
export function PlaceFields({ draft, onChange }: PlaceProps) {
  const t = useTranslations("greetings");
  const languageName = useLanguageName();
  const { data: departments = [] } = useQuery(departmentsQuery);
  const { data: channels = [] } = useQuery(channelsQuery);
  const tags = [...new Set([...languages, ...(draft.language ? [draft.language] : [])])];
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={t("department")}>
        <Select
          value={draft.departmentId ?? ""}
          onChange={({ target }) => onChange({ departmentId: target.value || null })}
        >
          <option value="">{t("anyDepartment")}</option>
          {departments.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t("channel")}>
        <Select value={draft.channelId ?? ""} onChange={({ target }) => onChange({ channelId: target.value || null })}>
          <option value="">{t("anyChannel")}</option>
          {channels.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t("language")} hint={t("languageHint")}>
        <Select value={draft.language ?? ""} onChange={({ target }) => onChange({ language: target.value || null })}>
          <option value="">{t("anyLanguage")}</option>
          {tags.map((tag) => (
            <option key={tag} value={tag}>
              {languageName(tag)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t("during")}>
        <Select value={draft.during} onChange={({ target }) => onChange({ during: target.value as Draft["during"] })}>
          {greetingTimes.map((time) => (
            <option key={time} value={time}>
              {t(`times.${time}`)}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}
