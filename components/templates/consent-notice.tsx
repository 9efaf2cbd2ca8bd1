"use client";

import { useQuery } from "@tanstack/react-query";
import { ShieldAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { contactQuery } from "@/components/contacts/queries";
import { Notice } from "@/components/ui/notice";
import { purposeOf } from "./use-category-words";

type ConsentNoticeProps = { contactId: string; name: string; category: string };

/** Says before the template is filled in that it would be refused: the gate on the server says the last word. */
export function ConsentNotice({ contactId, name, category }: ConsentNoticeProps) {
  const t = useTranslations("templates.consent");
  const contact = useQuery(contactQuery(contactId)).data;
  const purpose = purposeOf(category);
  const state = contact?.consents.find((consent) => consent.purpose === purpose)?.state ?? null;
  if (!contact || state === "granted") return null;
  return (
    <Notice tone="warn" icon={<ShieldAlert />}>
      {t(state === "withdrawn" ? "withdrawn" : "missing", { name, purpose })}
    </Notice>
  );
}
