"use client";

import { useQuery } from "@tanstack/react-query";
import { Clock } from "lucide-react";
import { useFormatter, useNow, useTranslations } from "next-intl";
import { call } from "@/components/api";
import { keys } from "@/components/queries/keys";
import { ManagedList } from "@/components/settings/managed-list";
import { Tag } from "@/components/ui/tag";
import type { DeleteHours } from "@/lib/hours/schemas";
import { type Hours, isOpenAt, nextChange } from "@/lib/hours/types";
import { HoursDialog } from "./hours-dialog";
import { hoursQuery } from "./queries";

export function HoursScreen(initial: { hours: Hours[] }) {
  const hours = useQuery({ ...hoursQuery, initialData: initial.hours }).data;
  return (
    <ManagedList
      of="hours"
      permission="hours.manage"
      icon={<Clock />}
      items={hours}
      queryKey={keys.hours}
      show={(each) => <HoursRow hours={each} />}
      edit={(each, onClose) => <HoursDialog hours={each} onClose={onClose} />}
      remove={({ id }) => call<typeof DeleteHours>("DELETE /hours/:hoursId", { hoursId: id })}
    />
  );
}

function HoursRow({ hours }: { hours: Hours }) {
  const t = useTranslations("hours");
  const format = useFormatter();
  const now = useNow({ updateInterval: 60_000 });
  const isOpen = isOpenAt(hours, now);
  const change = nextChange(hours, now);
  const users = [...hours.usedBy.departments, ...hours.usedBy.channels].map(({ name }) => name);
  const at =
    change &&
    format.dateTime(change.at, { weekday: "short", hour: "numeric", minute: "2-digit", timeZone: hours.timeZone });
  return (
    <>
      <bdi className="font-medium">{hours.name}</bdi>
      <Tag tone={isOpen ? "good" : "plain"}>{t(isOpen ? "openNow" : "closedNow")}</Tag>
      <span className="text-sm text-ink-3">
        {at === null ? t(isOpen ? "neverCloses" : "neverOpens") : t(isOpen ? "closesAt" : "opensAt", { at })}
      </span>
      <span className="w-full text-sm text-ink-3">
        <bdi>{hours.timeZone.replaceAll("_", " ")}</bdi>
        {" · "}
        {users.length === 0 ? t("unused") : t("usedBy", { names: format.list(users) })}
      </span>
    </>
  );
}
