"use client";

import { useTranslations } from "next-intl";
import { useLanguageName } from "@/components/shell/use-language-name";
import { Segmented } from "@/components/ui/segmented";
import { Select } from "@/components/ui/select";
import { wordLanguages } from "@/lib/consent/types";

type LanguageChoiceProps = {
  languages: string[];
  shown: string;
  onShow: (language: string) => void;
  onAdd: ((language: string) => void) | undefined;
};

/** More than the built-in words come in; what is missing can be asked for by its code. */
const offered = [...wordLanguages, "tr", "id", "hi", "he", "pl", "ru", "uk", "fa", "ur", "sw", "zh", "ja"];

export function LanguageChoice({ languages, shown, onShow, onAdd }: LanguageChoiceProps) {
  const t = useTranslations("settings.consent");
  const nameOf = useLanguageName();
  const missing = offered.filter((language) => !languages.includes(language));
  return (
    <div className="flex flex-wrap items-center gap-3">
      <div className="max-w-full overflow-x-auto">
        <Segmented
          label={t("language")}
          value={shown}
          options={languages.map((value) => ({ value, label: nameOf(value) }))}
          onChange={onShow}
        />
      </div>
      {onAdd && missing.length > 0 && (
        <Select
          aria-label={t("addLanguage")}
          value=""
          className="w-44"
          onChange={({ target }) => target.value !== "" && onAdd(target.value)}
        >
          <option value="">{t("addLanguage")}</option>
          {missing.map((language) => (
            <option key={language} value={language}>
              {nameOf(language)}
            </option>
          ))}
        </Select>
      )}
    </div>
  );
}
