"use client";

import { useTranslations } from "next-intl";
import { Tag } from "@/components/ui/tag";
import type { Template } from "@/lib/templates/types";

const states = ["PENDING", "REJECTED", "PAUSED", "DISABLED", "IN_APPEAL", "ARCHIVED", "REMOVED"] as const;
type State = (typeof states)[number];

/** Why it cannot be sent, or that people begin to dislike it; nothing while all is well. */
export function StateTag({ template }: { template: Template }) {
  const t = useTranslations("templates");
  const { status, quality, refusal } = template;
  if (refusal) {
    const known = states.includes(status as State) ? (status as State) : "other";
    return (
      <Tag tone={status === "PENDING" ? "warn" : "bad"} title={`${refusal.reason} ${refusal.nextStep}`}>
        {t(`status.${known}`)}
      </Tag>
    );
  }
  if (quality !== "RED" && quality !== "YELLOW") return null;
  return <Tag tone={quality === "RED" ? "bad" : "warn"}>{t(`quality.${quality}`)}</Tag>;
}
