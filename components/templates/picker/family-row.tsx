"use client";

import { clsx } from "clsx";
import { Star } from "lucide-react";
import { useTranslations } from "next-intl";
import { useLanguageName } from "@/components/shell/use-language-name";
import { useRefusalWords } from "@/components/shell/use-refusal-words";
import { CategoryTag } from "@/components/templates/category-tag";
import { type Family, templateIn } from "@/components/templates/families";
import { StateTag } from "@/components/templates/state-tag";
import { readParts, type Template } from "@/lib/templates/types";

type FamilyRowProps = {
  family: Family;
  /** Which language to begin with, the first wish first. */
  languages: readonly (string | null)[];
  onChoose: (template: Template) => void;
};

/** One template: a press chooses it in the likeliest language, a press on a language in that one. */
export function FamilyRow({ family, languages, onChoose }: FamilyRowProps) {
  const t = useTranslations("templates.list");
  const languageName = useLanguageName();
  const refusalWords = useRefusalWords();
  const template = templateIn(family, languages);
  if (!template) return null;
  const { refusal } = template;
  const why = refusal && refusalWords({ ...refusal, title: refusal.reason });
  const isOne = family.templates.length === 1;
  return (
    <li className="border-b last:border-b-0">
      <button
        type="button"
        data-row
        aria-disabled={refusal !== null}
        onClick={() => refusal === null && onChoose(template)}
        className={clsx(
          "focus-inset flex w-full flex-col gap-0.5 px-3 pt-2 text-start",
          isOne ? "pb-2" : "pb-1",
          refusal === null ? "hover:bg-hover" : "cursor-default",
        )}
      >
        <span className="flex w-full items-center gap-2">
          <span dir="auto" className={clsx("min-w-0 truncate font-medium", refusal && "text-ink-2")}>
            {template.name}
          </span>
          {template.isFavourite && <Star className="size-3 shrink-0 fill-current text-warn" aria-hidden="true" />}
          <span className="ms-auto flex shrink-0 items-center gap-1.5">
            <StateTag template={template} />
            <CategoryTag category={template.category} />
            {isOne && <span className="text-xs text-ink-3">{languageName(template.language)}</span>}
          </span>
        </span>
        <span dir="auto" className="line-clamp-1 text-sm text-ink-3">
          {why ? `${why.title} ${why.nextStep}` : wordsOf(template)}
        </span>
      </button>
      {!isOne && (
        <ul className="flex flex-wrap gap-1 px-3 pb-2">
          {family.templates.map((each) => (
            <li key={each.id}>
              <button
                type="button"
                disabled={each.refusal !== null}
                title={each.refusal ? refusalWords({ ...each.refusal, title: each.refusal.reason }).title : undefined}
                aria-label={t("in", { name: each.name, language: languageName(each.language) })}
                onClick={() => onChoose(each)}
                className={clsx(
                  "inline-flex h-6 items-center rounded-full border px-2.5 text-xs disabled:opacity-50",
                  each.id === template.id
                    ? "border-accent-line bg-accent-soft"
                    : "text-ink-2 hover:not-disabled:bg-hover",
                )}
              >
                {languageName(each.language)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function wordsOf({ components }: Template): string {
  const { body, header } = readParts(components);
  return body || (header?.format === "text" ? header.text : "");
}
