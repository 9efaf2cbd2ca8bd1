"use client";

import { CircleCheck, Inbox, ListFilter } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useMay, useMe } from "@/components/shell/me";
import { Button, buttonLook } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { narrowingCount } from "./filter";
import type { InboxUrl } from "./use-inbox-url";

/** Nothing in the list: whether that is good, and what to do. */
export function ListEmpty({ url }: { url: InboxUrl }) {
  const { filter } = url;
  const t = useTranslations("inbox.empty");
  const mayConnect = useMay("channels.manage");
  const { slug } = useMe().workspace;
  const count = narrowingCount(filter);
  if (count > (filter.labelId ? 1 : 0)) {
    return (
      <EmptyState
        icon={<ListFilter />}
        title={t("narrowed.title")}
        action={<Button onClick={() => url.show({ view: "all", departmentId: null })}>{t("narrowed.clear")}</Button>}
      >
        {t("narrowed.words")}
      </EmptyState>
    );
  }
  const view = filter.labelId ? "labelled" : filter.view;
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
