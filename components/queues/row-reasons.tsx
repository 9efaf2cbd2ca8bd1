"use client";

import { ArrowUp } from "lucide-react";
import { useNow, useTranslations } from "next-intl";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { Tag } from "@/components/ui/tag";
import type { QueueRow } from "@/lib/queues/types";

/** What a row needs, and what put it where it stands. */
export function RowReasons({ row }: { row: QueueRow }) {
  const t = useTranslations("queues.rows");
  const words = useTimeWords();
  const now = useNow();
  const { skills, language, isReturned, raisedBy, dueAt, overflow, conversation } = row;
  const moves = overflow && { department: overflow.department?.name ?? "", time: words.when(overflow.at, now) };
  return (
    <span className="flex shrink-0 items-center gap-1.5 empty:hidden">
      {dueAt && (
        <Tag tone={Date.parse(dueAt) < now.getTime() ? "bad" : "warn"} title={words.exact(dueAt)}>
          {t("due", { time: words.when(dueAt, now) })}
        </Tag>
      )}
      {moves &&
        (overflow.department ? (
          <Tag title={t("overflowMeaning", moves)}>{t("overflowTo", moves)}</Tag>
        ) : (
          <Tag title={t("overflowAnybodyMeaning")}>{t("overflowAnybody", moves)}</Tag>
        ))}
      {isReturned && <Tag title={t("returnedMeaning")}>{t("returned")}</Tag>}
      {raisedBy > 0 && conversation.priority !== "urgent" && (
        <span title={t("raisedMeaning")}>
          <ArrowUp className="size-3" aria-hidden="true" />
          <span className="sr-only">{t("raisedMeaning")}</span>
        </span>
      )}
      {skills.map((skill) => (
        <Tag key={skill} title={t("skillMeaning")}>
          <bdi>{skill}</bdi>
        </Tag>
      ))}
      {language && <Tag title={t("languageMeaning")}>{language}</Tag>}
    </span>
  );
}
