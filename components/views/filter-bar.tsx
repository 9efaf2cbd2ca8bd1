"use client";

import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { filterOf, narrowingCount, sameFilter } from "@/components/conversations/filter";
import type { InboxUrl } from "@/components/conversations/use-inbox-url";
import { useActions } from "@/components/keyboard/use-actions";
import { useMay } from "@/components/shell/me";
import { Button } from "@/components/ui/button";
import type { SavedView } from "@/lib/views/types";
import { viewsQuery } from "./queries";
import { useFilterFields, withField } from "./use-filter-fields";

const ViewDialog = lazy(() => import("./view-dialog"));

/** By what the list is narrowed, each to be taken away; and the filter to be kept under a name. */
export function FilterBar({ url }: { url: InboxUrl }) {
  const { filter } = url;
  const isNarrowed = narrowingCount(filter) > 0 || filter.sort !== undefined;
  useActions({ saveView: isNarrowed ? undefined : "noFilter" });
  return isNarrowed ? <Bar url={url} /> : null;
}

function Bar({ url }: { url: InboxUrl }) {
  const t = useTranslations("inbox.filters");
  const fields = useFilterFields();
  const mayShare = useMay("views.manageShared");
  const [dialog, setDialog] = useState<SavedView | "new" | null>(null);
  const { filter } = url;
  const views = useQuery(viewsQuery).data ?? [];
  const saved = views.find((each) => sameFilter(filterOf(each.filter), filter));
  const mayChange = ({ isShared }: SavedView) => !isShared || mayShare;
  useActions({ saveView: saved ? "notNow" : () => setDialog("new") });
  const parts = fields.filter(({ key }) => filter[key] && !(key === "departmentId" && filter.view === "department"));
  return (
    <section
      aria-label={t("title")}
      className="flex shrink-0 flex-wrap items-center gap-1.5 border-b px-3 py-2 text-sm"
    >
      {parts.map(({ key, label, options }) => (
        <button
          key={key}
          type="button"
          aria-label={t("remove", { name: label })}
          title={t("remove", { name: label })}
          onClick={() => url.show(withField(filter, key, ""))}
          className="flex h-6 max-w-full items-center gap-1 rounded-full border border-accent-line bg-accent-soft ps-2 pe-1.5"
        >
          <span className="truncate">
            {label}: {options.find(({ value }) => value === String(filter[key]))?.label ?? "…"}
          </span>
          <X className="size-3 shrink-0" aria-hidden="true" />
        </button>
      ))}
      {filter.sort && <span className="text-ink-3">{t(`sorts.${filter.sort}`)}</span>}
      <span className="ms-auto">
        {saved ? (
          mayChange(saved) && (
            <Button size="small" variant="quiet" onClick={() => setDialog(saved)}>
              {t("edit")}
            </Button>
          )
        ) : (
          <Button size="small" variant="quiet" onClick={() => setDialog("new")}>
            {t("save")}
          </Button>
        )}
      </span>
      {dialog && (
        <Suspense>
          <ViewDialog
            view={dialog === "new" ? null : dialog}
            others={views.filter(mayChange)}
            filter={filter}
            onClose={() => setDialog(null)}
          />
        </Suspense>
      )}
    </section>
  );
}
