"use client";

import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/shell/use-refusal-words";
import { Tag } from "@/components/ui/tag";
import type { Template } from "@/lib/templates/types";

const states = ["PENDING", "REJECTED", "PAUSED", "DISABLED", "IN_APPEAL", "ARCHIVED", "REMOVED"] as const;
type State = (typeof states)[number];

/** Why it cannot be sent, or that people begin to dislike it; nothing while all is well. */
export function StateTag({ template }: { template: Template }) {
  const t = useTranslations("templates");
  const refusalWords = useRefusalWords();
  const { status, quality, refusal } = template;
  if (refusal) {
    const known = states.includes(status as State) ? (status as State) : "other";
    const words = refusalWords({ ...refusal, title: refusal.reason });
    return (
      <Tag tone={status === "PENDING" ? "warn" : "bad"} title={`${words.title} ${words.nextStep}`}>
        {t(`status.${known}`)}
      </Tag>
    );
  }
  if (quality !== "RED" && quality !== "YELLOW") return null;
  return <Tag tone={quality === "RED" ? "bad" : "warn"}>{t(`quality.${quality}`)}</Tag>;
}
