"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useMemo } from "react";
import { useLevelSentence } from "@/components/service-levels/use-level-sentence";
import { useMe } from "@/components/shell/me";
import { priorities, type TimelineEntry } from "@/lib/conversations/types";
import { useTimeWords } from "./use-time-words";

/** That one was accepted, the assignment says. */
const endedOffers = ["declined", "expired", "withdrawn"] as const;
const purposes = ["service", "marketing", "ai", "analytics"] as const;

/** What was done with a conversation, in a sentence; null for what has no words of its own. */
export function useTimelineWords(): (entry: TimelineEntry, now: Date) => string | null {
  const t = useTranslations("inbox.timeline");
  const routing = useTranslations("routing.timeline");
  const list = useFormatter().list;
  const times = useTimeWords();
  const me = useMe();
  const levelSentence = useLevelSentence();
  return useMemo(() => {
    const sentence = (entry: TimelineEntry, now: Date): string | null => {
      const { type, actor, member, department, details } = entry;
      const by = {
        who: actor.id === me.id ? "me" : actor.kind === "system" || actor.name === null ? "system" : "other",
        actor: actor.name ?? "",
      };
      switch (type) {
        case "conversation.assigned":
          if (member?.id === actor.id) return t("claimed", by);
          return member?.id === me.id ? t("assignedToYou", by) : t("assigned", { ...by, member: member?.name ?? "" });
        case "conversation.transferred":
          return department ? t("transferred", { ...by, department: department.name }) : t("noDepartment", by);
        case "conversation.queued":
          // That it was given back says so already.
          if (typeof details.decisionId === "string") return null;
          return details.reason === "member_deactivated" ? t("memberLeft") : t("queued", by);
        case "conversation.snoozed":
          return typeof details.until === "string"
            ? t("snoozedUntil", { ...by, time: times.when(details.until, now) })
            : t("snoozed", by);
        case "conversation.woken":
          return details.by === "contact"
            ? t("wokenByContact")
            : details.by === "timer"
              ? t("woken")
              : t("wokenBy", by);
        case "conversation.resolved":
          return typeof details.reason === "string"
            ? t("resolvedWhy", { ...by, reason: details.reason })
            : t("resolved", by);
        case "conversation.reopened":
          return details.by === "contact" ? t("reopenedByContact") : t("reopened", by);
        case "conversation.labelled":
          return labelled(by, textsOf(details.added), textsOf(details.removed));
        case "conversation.prioritised": {
          const priority = priorities.find((each) => each === details.priority);
          return priority ? t("prioritised", { ...by, priority: t(`priority.${priority}`) }) : null;
        }
        case "conversation.markedSpam":
          return t("markedSpam", by);
        case "conversation.unmarkedSpam":
          return t("unmarkedSpam", by);
        case "conversation.ownerChanged":
          if (details.changes === false) return t("ownerTold");
          if (details.owner === "other") return t("ownerOther");
          return details.taken === true ? t("ownerTaken", by) : t("ownerUs");
        case "conversation.offered":
          return routing("offered", { member: member?.name ?? "" });
        case "conversation.offerEnded": {
          const outcome = endedOffers.find((each) => each === details.outcome);
          return outcome ? routing(outcome, { member: member?.name ?? "" }) : null;
        }
        case "conversation.returned":
          return routing(details.rule === "unanswered" ? "unanswered" : "agentGone", { member: member?.name ?? "" });
        case "rule.ran":
          return t("ruleRan", { rule: String(details.name) });
        case "rule.stopped":
          return t(details.code === "rule_budget_spent" ? "ruleTooOften" : "ruleStopped", {
            rule: String(details.name),
          });
        case "consent.changed": {
          const purpose = purposes.find((each) => each === details.purpose);
          const state = details.state === "granted" ? "granted" : "withdrawn";
          return purpose ? t(`consent.${state}`, { purpose: t(`purpose.${purpose}`) }) : null;
        }
        default:
          return levelSentence(entry);
      }
    };
    const labelled = (by: { who: string; actor: string }, added: string[], removed: string[]) => {
      if (removed.length === 0) return t("labelled", { ...by, labels: list(added) });
      if (added.length === 0) return t("unlabelled", { ...by, labels: list(removed) });
      return t("relabelled", { ...by, added: list(added), removed: list(removed) });
    };
    return (entry, now) => {
      const text = sentence(entry, now);
      return text !== null && entry.details.undone === true ? t("undone", { text }) : text;
    };
  }, [t, routing, list, times, me.id, levelSentence]);
}

export function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}
