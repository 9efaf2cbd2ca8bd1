"use client";

import { useLocale, useTranslations } from "next-intl";
import { languageOf } from "@/lib/languages";
import { operatorNames, searchOperators } from "@/lib/search/types";

/** The operators, to be learnt by using them: each puts itself into the field. */
export function Hints({ text, onText }: { text: string; onText: (text: string) => void }) {
  const t = useTranslations("inbox.search");
  const names = operatorNames[languageOf(useLocale()) ?? "en"];
  const unused = searchOperators.filter(
    (operator) => !text.includes(`${operator}:`) && !text.includes(`${names[operator]}:`),
  );
  if (unused.length === 0) return null;
  return (
    <div className="px-3 py-3 text-sm text-ink-3">
      <p className="mb-1.5">{t("narrow")}</p>
      <ul className="flex flex-wrap gap-1.5">
        {unused.map((operator) => (
          <li key={operator}>
            <button
              type="button"
              title={t(`operators.${operator}`)}
              onClick={() => onText(`${text.trim()} ${names[operator]}:`)}
              className="rounded-md border bg-surface px-1.5 py-0.5 font-mono text-xs text-ink-2 hover:bg-hover"
            >
              {names[operator]}:
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
