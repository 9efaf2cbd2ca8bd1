"use client";

import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { channelsQuery } from "@/components/channels/queries";
import { contactFieldsQuery } from "@/components/contact-fields/queries";
import { departmentsQuery } from "@/components/departments/queries";
import { labelsQuery } from "@/components/labels/queries";
import { membersQuery } from "@/components/members/queries";
import { useLanguageName } from "@/components/shell/use-language-name";
import { conversationStates, priorities } from "@/lib/conversations/types";
import { factKinds } from "@/lib/rules/types";

export type Option = { value: string; label: string };
type Fact = keyof typeof factKinds;

const languages = ["ar", "de", "en", "es", "fr", "hi", "id", "it", "ja", "nl", "pt", "ru", "tr", "zh"];
const messageTypes = [
  ...["text", "image", "video", "audio", "document", "sticker", "location", "contacts"],
  ...["button", "interactive", "order", "reaction"],
] as const;

/** What conditions ask of, in words: names of facts, what can be chosen of each, and values as they were seen. */
export function useFactWords() {
  const t = useTranslations("runs");
  const list = useFormatter().list;
  const languageName = useLanguageName();
  const named = (rows: readonly { id: string; name: string }[] | undefined): Option[] =>
    (rows ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const members = named(useQuery(membersQuery).data);
  const departments = named(useQuery(departmentsQuery).data);
  const channels = named(useQuery(channelsQuery).data);
  const labels = named(useQuery(labelsQuery).data);
  const fields = useQuery(contactFieldsQuery).data ?? [];
  const none = { value: "none", label: t("nobody") };

  const optionsOf = (fact: string): Option[] => {
    switch (fact) {
      case "assigneeId":
        return [none, ...members];
      case "departmentId":
        return [{ ...none, label: t("noDepartment") }, ...departments];
      case "channelId":
        return channels;
      case "labelIds":
        return labels;
      case "priority":
        return priorities.map((value) => ({ value, label: t(`priorities.${value}`) }));
      case "state":
        return conversationStates.map((value) => ({ value, label: t(`states.${value}`) }));
      case "language":
        return languages.map((value) => ({ value, label: languageName(value) }));
      case "messageType":
        return messageTypes.map((value) => ({ value, label: t(`messageTypes.${value as "text"}`) }));
      default:
        return [];
    }
  };
  const isFact = (fact: string): fact is Fact => Object.hasOwn(factKinds, fact);
  const factName = (fact: string): string => {
    if (isFact(fact)) return t(`facts.${fact}`);
    return fields.find(({ id }) => fact === `field:${id}`)?.name ?? t("gone");
  };
  const one = (fact: string, value: string) =>
    optionsOf(fact).find((option) => option.value === value)?.label ?? (isIdFact(fact) ? t("gone") : value);
  return {
    facts: [...Object.keys(factKinds), ...fields.map(({ id }) => `field:${id}`)],
    factName,
    optionsOf,
    valueWords: (fact: string, value: unknown): string => {
      if (value === null || value === undefined || value === "") return t("nothing");
      if (typeof value === "boolean") return t(value ? "yes" : "no");
      if (!Array.isArray(value)) return one(fact, String(value));
      return value.length === 0
        ? t("nothing")
        : list(
            value.map((each) => one(fact, String(each))),
            { type: "disjunction" },
          );
    },
  };
}

/** Of what has been deleted only the id is left, which says nothing. */
function isIdFact(fact: string): boolean {
  return ["assigneeId", "departmentId", "channelId", "labelIds"].includes(fact);
}
