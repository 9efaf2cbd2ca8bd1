"use client";

import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { departmentsQuery } from "@/components/departments/queries";
import { labelsQuery } from "@/components/labels/queries";
import { membersQuery } from "@/components/members/queries";
import type { SnoozeUntil } from "@/lib/conversations/types";
import type { MacroAction } from "@/lib/macros/types";

/** What a macro's actions do, each in a line. */
export function useActionWords(): (action: MacroAction) => string {
  const t = useTranslations("common.macros.does");
  const format = useFormatter();
  const members = useQuery(membersQuery).data ?? [];
  const departments = useQuery(departmentsQuery).data ?? [];
  const labels = useQuery(labelsQuery).data ?? [];
  const nameIn = (list: readonly { id: string; name: string }[], id: string) =>
    list.find((each) => each.id === id)?.name ?? t("gone");
  const labelled = (ids: string[]) => format.list(ids.map((id) => nameIn(labels, id)));

  const snoozed = (until: SnoozeUntil) => {
    if (until.kind === "hours") return t("snooze.hours", { hours: until.hours });
    if (until.kind === "time") return t("snooze.time", { time: format.dateTime(new Date(until.at), "short") });
    return t(`snooze.${until.kind}`);
  };
  return (action) => {
    switch (action.kind) {
      case "reply":
        return t("reply", { text: action.text });
      case "note":
        return t("note", { text: action.text });
      case "label":
        if (action.remove.length === 0) return t("label", { labels: labelled(action.add) });
        if (action.add.length === 0) return t("unlabel", { labels: labelled(action.remove) });
        return t("relabel", { added: labelled(action.add), removed: labelled(action.remove) });
      case "prioritise":
        return t(`priority.${action.priority}`);
      case "assign":
        if (action.assigneeId === "me") return t("assign.me");
        if (action.assigneeId) return t("assign.member", { name: nameIn(members, action.assigneeId) });
        return action.departmentId
          ? t("assign.department", { name: nameIn(departments, action.departmentId) })
          : t("assign.queue");
      case "snooze":
        return snoozed(action.until);
      case "resolve":
        return action.reason ? t("resolveWhy", { reason: action.reason }) : t("resolve");
      case "spam":
        return t(action.isSpam ? "spam" : "noSpam");
    }
  };
}
