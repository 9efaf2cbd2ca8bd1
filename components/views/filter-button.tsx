"use client";

import { ListFilter } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, useRef } from "react";
import { narrowingCount } from "@/components/conversations/filter";
import type { InboxUrl } from "@/components/conversations/use-inbox-url";
import { useActions } from "@/components/keyboard/use-actions";
import { IconButton } from "@/components/ui/icon-button";
import { Late } from "@/components/ui/late";

const loadPopover = () => import("./filter-popover");
const FilterPopover = lazy(loadPopover);

/** Opens the filter; a number says by how much the list is narrowed. */
export function FilterButton({ url }: { url: InboxUrl }) {
  const t = useTranslations("inbox.filters");
  const count = narrowingCount(url.filter);
  const opener = useRef<HTMLButtonElement>(null);
  useActions({ filterBuilder: () => opener.current?.click() });
  const button = (
    <IconButton ref={opener} label={count > 0 ? t("openCount", { count }) : t("open")}>
      <span className="relative">
        <ListFilter className={count > 0 ? "size-4 text-accent" : "size-4"} />
        {count > 0 && <span className="absolute -end-1 -top-1 size-2 rounded-full bg-accent" />}
      </span>
    </IconButton>
  );
  return (
    <Late button={button} load={loadPopover}>
      {(parts) => <FilterPopover {...parts} url={url} />}
    </Late>
  );
}
