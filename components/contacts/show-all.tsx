"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useMe } from "@/components/shell/me";
import type { ContactTab } from "./use-contacts-url";

/** To the contact's own page, where there is room for the rest. */
export function ShowAll({ contactId, tab }: { contactId: string; tab: ContactTab }) {
  const t = useTranslations("inbox.panel");
  const { slug } = useMe().workspace;
  return (
    <Link
      href={`/${slug}/contacts/${contactId}?tab=${tab}`}
      prefetch={false}
      aria-label={t(`showAllOf.${tab as "media" | "timeline"}`)}
      className="rounded-sm text-xs font-medium text-accent hover:underline"
    >
      {t("showAll")}
    </Link>
  );
}
