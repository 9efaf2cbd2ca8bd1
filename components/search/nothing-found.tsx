"use client";

import { SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { NotUnderstood } from "@/lib/search/types";

type NothingProps = { text: string; notUnderstood: NotUnderstood[]; onClear: () => void };

/** Nothing matches, or an operator names something that there is not. */
export function NothingFound({ text, notUnderstood, onClear }: NothingProps) {
  const t = useTranslations("inbox.search");
  return (
    <EmptyState
      icon={<SearchX />}
      title={notUnderstood.length > 0 ? t("notUnderstood") : t("nothing", { text })}
      action={<Button onClick={onClear}>{t("clear")}</Button>}
    >
      {notUnderstood.length === 0
        ? t("nothingWords")
        : notUnderstood.map(({ operator, value }) => (
            <p key={`${operator}:${value}`}>{t(`unknown.${operator}`, { value })}</p>
          ))}
    </EmptyState>
  );
}
