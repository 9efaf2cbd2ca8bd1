"use client";

import { Search, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Ref } from "react";
import { NewConversationButton } from "@/components/templates/new-conversation/new-conversation-button";
import { leaveField } from "@/components/ui/focus-home";
import { Kbd } from "@/components/ui/kbd";
import { FilterButton } from "@/components/views/filter-button";
import type { InboxUrl } from "./use-inbox-url";

type FilterBoxProps = {
  url: InboxUrl;
  value: string;
  onChange: (value: string) => void;
  /** Down to what was found. */
  onDown: () => void;
  ref: Ref<HTMLInputElement>;
};

/** Searches the workspace for what is typed; an arrow or Enter leads into what was found. */
export function FilterBox({ url, value, onChange, onDown, ref }: FilterBoxProps) {
  const t = useTranslations("inbox.list");
  return (
    <div className="flex h-13 shrink-0 items-center border-b px-3">
      <label className="flex h-7.5 flex-1 items-center gap-2 rounded-md bg-sunken px-2 text-sm text-ink-3 has-focus-visible:outline-2 has-focus-visible:outline-accent">
        <Search className="size-3.5 shrink-0" aria-hidden="true" />
        <span className="sr-only">{t("filter")}</span>
        <input
          ref={ref}
          type="search"
          value={value}
          placeholder={t("search")}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === "ArrowDown" || event.key === "Enter") {
              event.preventDefault();
              onDown();
            }
            if (event.key !== "Escape") return;
            onChange("");
            leaveField(event.currentTarget);
          }}
          className="min-w-0 flex-1 bg-transparent text-md text-ink outline-none placeholder:text-sm placeholder:text-ink-3 [&::-webkit-search-cancel-button]:hidden"
        />
        {value === "" ? (
          <span className="max-md:hidden">
            <Kbd>/</Kbd>
          </span>
        ) : (
          <button type="button" aria-label={t("clearFilter")} onClick={() => onChange("")} className="rounded-sm">
            <X className="size-3.5" />
          </button>
        )}
      </label>
      <span className="ms-1 -me-1.5 flex">
        <FilterButton url={url} />
        <NewConversationButton />
      </span>
    </div>
  );
}
