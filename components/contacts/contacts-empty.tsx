"use client";

import { ContactRound, SearchX, ShieldCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { ContactsUrl } from "./use-contacts-url";

/** Nobody in the list: whether that is good, and what to do. */
export function ContactsEmpty({ url }: { url: ContactsUrl }) {
  const t = useTranslations("contacts.empty");
  const { search, ...rest } = url.filter;
  if (search) {
    return (
      <EmptyState
        icon={<SearchX />}
        title={t("found.title", { text: search })}
        action={<Button onClick={() => url.show(rest)}>{t("found.clear")}</Button>}
      >
        {t("found.words")}
      </EmptyState>
    );
  }
  const which = url.filter.blocked ? "blocked" : "all";
  return (
    <EmptyState icon={which === "blocked" ? <ShieldCheck /> : <ContactRound />} title={t(`${which}.title`)}>
      {t(`${which}.words`)}
    </EmptyState>
  );
}
