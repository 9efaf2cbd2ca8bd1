"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { SettingsPage } from "@/components/settings/settings-page";
import { consentWordsQuery, type WordList } from "./queries";
import { WordsForm } from "./words-form";

/** By which words customers end and restore offers, and what they are told. */
export function WordsScreen({ words: initial }: { words: WordList }) {
  const t = useTranslations("settings.consent");
  const words = useQuery({ ...consentWordsQuery, initialData: initial }).data;
  return (
    <SettingsPage title={t("title")} words={t("words")}>
      <WordsForm saved={words} />
    </SettingsPage>
  );
}
