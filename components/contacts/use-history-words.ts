"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useMemo } from "react";
import { textsOf, useTimelineWords } from "@/components/conversations/use-timeline-words";
import { useMe } from "@/components/shell/me";
import type { HistoryEntry } from "./queries";

const parts = ["name", "language"] as const;

/** What happened with a contact, in a sentence; null for what has no words of its own. */
export function useHistoryWords(): (entry: HistoryEntry, now: Date) => string | null {
  const t = useTranslations("contacts.timeline");
  const list = useFormatter().list;
  const ofConversation = useTimelineWords();
  const me = useMe();
  return useMemo(
    () => (entry, now) => {
      const { type, actor, details } = entry;
      const by = {
        who: actor.id === me.id ? "me" : actor.kind === "system" || actor.name === null ? "system" : "other",
        actor: actor.name ?? "",
      };
      switch (type) {
        case "conversation.opened":
          return t("opened");
        case "contact.created":
          return t("created", by);
        case "contact.changed": {
          const own = parts.filter((part) => textsOf(details.changed).includes(part)).map((part) => t(`part.${part}`));
          const changed = [...own, ...textsOf(details.changedFields)];
          return changed.length > 0 ? t("changed", { ...by, what: list(changed) }) : t("changedByWhatsApp");
        }
        case "contact.merged":
          return t("merged", by);
        case "contact.unmerged":
          return t("unmerged", by);
        case "contact.blocked":
          return t("blocked", by);
        case "contact.unblocked":
          return t("unblocked", by);
        default:
          return ofConversation({ ...entry, ruleRun: null }, now);
      }
    },
    [t, list, ofConversation, me.id],
  );
}
