"use client";

import { ListFilter } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { narrowingCount } from "@/components/conversations/filter";
import type { InboxUrl } from "@/components/conversations/use-inbox-url";
import { IconButton } from "@/components/ui/icon-button";
import { Popover } from "@/components/ui/popover";

const FilterBuilder = lazy(() => import("./filter-builder"));

/** Opens the filter; a number says by how much the list is narrowed. */
export function FilterButton({ url }: { url: InboxUrl }) {
  const t = useTranslations("inbox.filters");
  const [isOpen, setOpen] = useState(false);
  const count = narrowingCount(url.filter);
  return (
    <Popover
      open={isOpen}
      onOpenChange={setOpen}
      label={t("title")}
      className="w-80 max-w-[calc(100vw-1rem)] p-3"
      trigger={
        <IconButton label={count > 0 ? t("openCount", { count }) : t("open")}>
          <span className="relative">
            <ListFilter className={count > 0 ? "size-4 text-accent" : "size-4"} />
            {count > 0 && <span className="absolute -end-1 -top-1 size-2 rounded-full bg-accent" />}
          </span>
        </IconButton>
      }
    >
      <Suspense fallback={<div className="h-96" />}>
        <FilterBuilder url={url} onClose={() => setOpen(false)} />
      </Suspense>
    </Popover>
  );
}
