"use client";

import { useQuery } from "@tanstack/react-query";
import { Star } from "lucide-react";
import { useNow, useTranslations } from "next-intl";
import { PanelSection } from "@/components/contacts/panel-section";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { surveysOfContactQuery } from "./queries";

/** What a contact has said of conversations with us; nothing where they said nothing. */
export function PanelSurveys({ contactId }: { contactId: string }) {
  const t = useTranslations("levels.surveys");
  const words = useTimeWords();
  const now = useNow();
  const answers = useQuery(surveysOfContactQuery(contactId)).data?.items ?? [];
  if (answers.length === 0) return null;
  return (
    <PanelSection name="surveys" title={t("title")}>
      <ul className="flex flex-col gap-1.5">
        {answers.map(({ id, score, comment, answeredAt }) => (
          <li key={id}>
            <p className="flex items-center gap-1.5">
              <Star className="size-3.5 shrink-0 text-warn" aria-hidden="true" />
              <span className="font-medium">{t("score", { score })}</span>
              <time dateTime={answeredAt} title={words.exact(answeredAt)} className="text-ink-3">
                {words.short(answeredAt, now)}
              </time>
            </p>
            {comment && (
              <p dir="auto" className="[overflow-wrap:anywhere] text-ink-2">
                {comment}
              </p>
            )}
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}
