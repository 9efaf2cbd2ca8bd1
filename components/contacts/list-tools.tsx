"use client";

import { Search, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type Ref, useEffect, useRef, useState } from "react";
import { NewConversationButton } from "@/components/templates/new-conversation/new-conversation-button";
import { Kbd } from "@/components/ui/kbd";
import { Segmented } from "@/components/ui/segmented";
import type { ContactsUrl } from "./use-contacts-url";

const ASK_AFTER_MS = 150;

/** Search, order and who is shown. What is typed goes to the URL when the hands rest. */
export function ListTools({ url, ref }: { url: ContactsUrl; ref: Ref<HTMLInputElement> }) {
  const t = useTranslations("contacts.list");
  const { filter } = url;
  const [text, setText] = useState(filter.search ?? "");
  const asked = useRef(filter.search ?? "");
  const present = useRef(url);
  useEffect(() => {
    present.current = url;
  });
  useEffect(() => {
    // Cleared or gone back to from elsewhere.
    if ((filter.search ?? "") !== asked.current) {
      asked.current = filter.search ?? "";
      setText(asked.current);
    }
  }, [filter.search]);
  useEffect(() => {
    const sought = text.trim();
    if (sought === asked.current) return;
    const timer = setTimeout(() => {
      asked.current = sought;
      const { search: _, ...rest } = present.current.filter;
      present.current.show(sought === "" ? rest : { ...rest, search: sought });
    }, ASK_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <div className="flex flex-col gap-2 border-b px-3 py-2.5">
      <div className="flex items-center">
        <label className="flex h-7.5 flex-1 items-center gap-2 rounded-md bg-sunken px-2 text-sm text-ink-3 has-focus-visible:outline-2 has-focus-visible:outline-accent">
          <Search className="size-3.5 shrink-0" aria-hidden="true" />
          <span className="sr-only">{t("search")}</span>
          <input
            ref={ref}
            type="search"
            dir="auto"
            value={text}
            maxLength={200}
            placeholder={t("search")}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== "Escape") return;
              setText("");
              event.currentTarget.blur();
            }}
            className="min-w-0 flex-1 bg-transparent text-md text-ink outline-none placeholder:text-sm placeholder:text-ink-3 [&::-webkit-search-cancel-button]:hidden"
          />
          {text === "" ? (
            <span className="max-md:hidden">
              <Kbd>/</Kbd>
            </span>
          ) : (
            <button type="button" aria-label={t("clear")} onClick={() => setText("")} className="rounded-sm">
              <X className="size-3.5" />
            </button>
          )}
        </label>
        <span className="ms-1.5 -me-1.5">
          <NewConversationButton />
        </span>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Segmented
          label={t("sort.label")}
          value={filter.sort}
          options={[
            { value: "newest", label: t("sort.newest") },
            { value: "name", label: t("sort.name") },
          ]}
          onChange={(sort) => url.show({ ...filter, sort })}
        />
        <label className="flex min-h-7 cursor-pointer items-center gap-1.5 text-sm text-ink-2">
          <input
            type="checkbox"
            className="size-3.5 accent-(--accent)"
            checked={filter.blocked === "true"}
            onChange={(event) => {
              const { blocked: _, ...rest } = filter;
              url.show(event.target.checked ? { ...rest, blocked: "true" } : rest);
            }}
          />
          {t("onlyBlocked")}
        </label>
      </div>
    </div>
  );
}
