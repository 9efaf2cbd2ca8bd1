"use client";

import { useTranslations } from "next-intl";
import { useLanguageName } from "@/components/shell/use-language-name";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { LanguageWords } from "./queries";
import { WordsInput } from "./words-input";

type LanguageFieldsProps = {
  words: LanguageWords;
  errors: Record<string, string>;
  isLocked: boolean;
  onChange: (words: LanguageWords) => void;
  /** Undefined for the last language. */
  onRemove: (() => void) | undefined;
};

const sides = [
  { words: "stopWords", text: "stopText" },
  { words: "startWords", text: "startText" },
] as const;

/** One language: what ends offers and what brings them back, each with its answer. */
export function LanguageFields({ words, errors, isLocked, onChange, onRemove }: LanguageFieldsProps) {
  const t = useTranslations("settings.consent");
  const name = useLanguageName()(words.language);
  return (
    <div className="flex flex-col gap-5 p-4">
      <div className="grid gap-x-6 gap-y-4 md:auto-cols-fr md:grid-flow-col md:grid-rows-[auto_auto]">
        {sides.map((side) => (
          <fieldset key={side.words} disabled={isLocked} className="contents">
            <legend className="sr-only">{t(`field.${side.words}`)}</legend>
            <Field label={t(`field.${side.words}`)} hint={t("wordsHint")} error={errors[side.words]}>
              <WordsInput
                words={words[side.words]}
                language={words.language}
                onChange={(list) => onChange({ ...words, [side.words]: list })}
              />
            </Field>
            <Field label={t(`field.${side.text}`)} hint={t("textHint")} error={errors[side.text]}>
              <Textarea
                dir="auto"
                lang={words.language}
                className="min-h-24"
                maxLength={1_000}
                value={words[side.text]}
                onChange={({ target }) => onChange({ ...words, [side.text]: target.value })}
              />
            </Field>
          </fieldset>
        ))}
      </div>
      {!isLocked && onRemove && (
        <Button variant="quiet" className="self-start" onClick={onRemove}>
          {t("removeLanguage", { language: name })}
        </Button>
      )}
    </div>
  );
}
