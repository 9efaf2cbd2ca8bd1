"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useLanguageName } from "@/components/shell/use-language-name";
import { templatesQuery } from "@/components/templates/queries";
import { Select } from "@/components/ui/select";

type LanguageSelectProps = { value: string; onChange: (language: string) => void; channelId: string };

/** The languages that the account's templates are in; nothing to choose where there is one. */
export function LanguageSelect({ value, onChange, channelId }: LanguageSelectProps) {
  const t = useTranslations("templates.list");
  const languageName = useLanguageName();
  const all = useInfiniteQuery(templatesQuery({ channelId, search: "", language: "", favourites: false }));
  const found = all.data?.pages.flatMap(({ items }) => items.map(({ language }) => language)) ?? [];
  const languages = [...new Set([...found, ...(value ? [value] : [])])].sort();
  if (languages.length < 2) return null;
  return (
    <Select aria-label={t("language")} value={value} className="w-40" onChange={({ target }) => onChange(target.value)}>
      <option value="">{t("anyLanguage")}</option>
      {languages.map((language) => (
        <option key={language} value={language}>
          {languageName(language)}
        </option>
      ))}
    </Select>
  );
}
