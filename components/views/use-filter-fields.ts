"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { channelsQuery } from "@/components/channels/queries";
import type { Filter } from "@/components/conversations/filter";
import { departmentsQuery } from "@/components/departments/queries";
import { labelsQuery } from "@/components/labels/queries";
import { membersQuery } from "@/components/members/queries";
import { useLanguageName } from "@/components/shell/use-language-name";
import { priorities } from "@/lib/conversations/types";

type FilterField = {
  key: Exclude<keyof Filter, "view" | "sort">;
  label: string;
  options: { value: string; label: string }[];
};

const languages = ["ar", "de", "en", "es", "fr", "hi", "id", "it", "ja", "nl", "pt", "ru", "tr", "zh"];
const waits = [5, 15, 60, 240, 1_440];
const states = ["bot", "queued", "open", "snoozed", "resolved"] as const;

/** What a list can be narrowed by, each with what can be chosen. */
export function useFilterFields(): FilterField[] {
  const t = useTranslations("inbox.filters");
  const stateWords = useTranslations("inbox.search.states");
  const members = useQuery(membersQuery).data ?? [];
  const named = (rows: { id: string; name: string }[]) => rows.map(({ id, name }) => ({ value: id, label: name }));
  const languageName = useLanguageName();
  return [
    { key: "state", label: t("state"), options: states.map((value) => ({ value, label: stateWords(value) })) },
    {
      key: "assigneeId",
      label: t("assignee"),
      options: [{ value: "me", label: t("me") }, { value: "none", label: t("nobody") }, ...named(members)],
    },
    { key: "departmentId", label: t("department"), options: named(useQuery(departmentsQuery).data ?? []) },
    { key: "labelId", label: t("label"), options: named(useQuery(labelsQuery).data ?? []) },
    {
      key: "priority",
      label: t("priority"),
      options: priorities.map((value) => ({ value, label: t(`priorities.${value}`) })),
    },
    { key: "channelId", label: t("channel"), options: named(useQuery(channelsQuery).data ?? []) },
    {
      key: "window",
      label: t("window"),
      options: (["open", "closed"] as const).map((value) => ({ value, label: t(`windows.${value}`) })),
    },
    {
      key: "waitingMinutes",
      label: t("waiting"),
      options: waits.map((minutes) => ({
        value: String(minutes),
        label: t("waits", { minutes, hours: minutes / 60, unit: minutes < 60 ? "minutes" : "hours" }),
      })),
    },
    {
      key: "serviceLevel",
      label: t("serviceLevel"),
      options: (["warned", "missed"] as const).map((value) => ({ value, label: t(`serviceLevels.${value}`) })),
    },
    {
      key: "unread",
      label: t("unread"),
      options: (["yes", "no"] as const).map((value) => ({ value, label: t(`unreads.${value}`) })),
    },
    {
      key: "language",
      label: t("language"),
      options: languages.map((value) => ({ value, label: languageName(value) })),
    },
  ];
}

/** A filter with one more, one other or one less of its parts. */
export function withField(filter: Filter, key: FilterField["key"], value: string): Filter {
  const { [key]: _, ...rest } = filter;
  const base: Filter = { departmentId: null, ...rest };
  if (key === "departmentId" && filter.view === "department") base.view = "all";
  // Mine and unassigned say already whose, and a state says it all: those are looked for among all.
  const isWider = (key === "state" && value !== "") || (key === "assigneeId" && value !== "" && value !== "me");
  if (isWider && base.view !== "department") base.view = "all";
  if (value === "") return base;
  return { ...base, [key]: key === "waitingMinutes" ? Number(value) : value };
}
