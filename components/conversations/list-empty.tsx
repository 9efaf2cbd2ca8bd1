"use client";

import { CircleCheck, Inbox, SearchX } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useMay, useMe } from "@/components/shell/me";
import { Button, buttonLook } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { Filter } from "./filter";

/** Nothing in the list: whether that is good, and what to do. */
export function ListEmpty({ filter, text, onClear }: { filter: Filter; text: string; onClear: () => void }) {
  const t = useTranslations("inbox.empty");
  const mayConnect = useMay("channels.manage");
  const { slug } = useMe().workspace;
  if (text !== "") {
    return (
      <EmptyState
        icon={<SearchX />}
        title={t("filtered.title", { text })}
        action={<Button onClick={onClear}>{t("filtered.clear")}</Button>}
      >
        {t("filtered.words")}
      </EmptyState>
    );
  }
  const view = filter.view;
  return (
    <EmptyState
      icon={view === "unassigned" ? <CircleCheck /> : <Inbox />}
      title={t(`${view}.title`)}
      action={
        view === "all" && mayConnect ? (
          <Link href={`/${slug}/settings/channels`} prefetch={false} className={buttonLook()}>
            {t("all.connect")}
          </Link>
        ) : undefined
      }
    >
      {t(`${view}.words`)}
    </EmptyState>
  );
}
