"use client";

import { useTranslations } from "next-intl";
import type { RefObject } from "react";
import { insertInBox } from "@/components/messages/composer/editing/edit-box";
import { type GreetingVariable, greetingVariables } from "@/lib/greetings/types";

type KeyOf<Name> = Name extends `${infer Noun}.${infer Part}` ? `${Noun}_${Part}` : never;

/** Puts a variable in where the caret is. */
export function VariableButtons({ box }: { box: RefObject<HTMLTextAreaElement | null> }) {
  const t = useTranslations("greetings");
  return (
    <div>
      <p className="pb-1 text-sm font-medium">{t("insertVariable")}</p>
      <div className="flex flex-wrap gap-1.5">
        {greetingVariables.map((name) => (
          <button
            key={name}
            type="button"
            title={`{{${name}}}`}
            onClick={() => box.current && insertInBox(box.current, `{{${name}}}`)}
            className="rounded-full border border-line bg-surface px-2.5 py-0.5 text-sm text-ink-2 hover:bg-hover hover:text-ink"
          >
            {t(`variable.${name.replace(".", "_") as KeyOf<GreetingVariable>}`)}
          </button>
        ))}
      </div>
    </div>
  );
}
