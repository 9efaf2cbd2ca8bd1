"use client";

import { useTranslations } from "next-intl";
import type { InboxUrl } from "@/components/conversations/use-inbox-url";
import type { LateParts } from "@/components/ui/late";
import { Popover } from "@/components/ui/popover";
import FilterBuilder from "./filter-builder";

export default function FilterPopover({ url, ...parts }: LateParts & { url: InboxUrl }) {
  const t = useTranslations("inbox.filters");
  return (
    <Popover {...parts} label={t("title")} className="w-80 max-w-[calc(100vw-1rem)] p-3">
      <FilterBuilder url={url} onClose={() => parts.onOpenChange(false)} />
    </Popover>
  );
}
