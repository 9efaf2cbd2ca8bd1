"use client";

import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { clsx } from "clsx";
import { FileText, Search, SearchX, Star } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type KeyboardEvent, useRef, useState } from "react";
import { channelsQuery } from "@/components/channels/queries";
import { readOn } from "@/components/queries/read-on";
import { useSettled } from "@/components/search/use-settled";
import { ProblemState } from "@/components/shell/problem-state";
import { familiesOf } from "@/components/templates/families";
import { templatesQuery } from "@/components/templates/queries";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { Template } from "@/lib/templates/types";
import { FamilyRow } from "./family-row";
import { LanguageSelect } from "./language-select";
import { ListSkeleton } from "./list-skeleton";
import { moveByArrows } from "./move-by-arrows";
import { SyncLine } from "./sync-line";

type TemplateListProps = {
  channelId: string;
  /** The customer's, as far as it is known. */
  language: string | null;
  autoFocus?: boolean;
  onChoose: (template: Template) => void;
};

/** The account's templates: searched, narrowed, favourites at hand; by keyboard all the way. */
export function TemplateList({ channelId, language: theirs, autoFocus = false, onChoose }: TemplateListProps) {
  const t = useTranslations("templates.list");
  const locale = useLocale();
  const root = useRef<HTMLDivElement>(null);
  const [text, setText] = useState("");
  const [language, setLanguage] = useState("");
  const [favourites, setFavourites] = useState(false);
  const search = useSettled(text).trim();
  const wabaId = useQuery(channelsQuery).data?.find(({ id }) => id === channelId)?.wabaId;
  const query = useInfiniteQuery({
    ...templatesQuery({ channelId, search, language, favourites }),
    placeholderData: keepPreviousData,
  });
  const templates = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const families = familiesOf(templates);
  const isNarrowed = search !== "" || language !== "" || favourites;
  const showAll = () => {
    setText("");
    setLanguage("");
    setFavourites(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && event.target instanceof HTMLInputElement) {
      event.preventDefault();
      root.current?.querySelector<HTMLElement>("[data-row]:not([aria-disabled=true])")?.click();
    } else if (root.current) {
      moveByArrows(event, root.current);
    }
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Arrow keys move among the buttons inside, which have their own roles.
    <div ref={root} onKeyDown={onKeyDown} className="flex min-h-0 flex-1 flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2 pt-0.5">
        <label className="flex h-8 min-w-44 flex-1 items-center gap-2 rounded-md bg-sunken px-2 text-ink-3 has-focus-visible:outline-2 has-focus-visible:outline-accent">
          <Search className="size-3.5 shrink-0" aria-hidden="true" />
          <span className="sr-only">{t("search")}</span>
          <input
            data-first
            type="search"
            // biome-ignore lint/a11y/noAutofocus: The agent asked for the templates, to look for one.
            autoFocus={autoFocus}
            value={text}
            placeholder={t("search")}
            onChange={({ target }) => setText(target.value)}
            className="min-w-0 flex-1 bg-transparent text-md text-ink outline-none placeholder:text-ink-3 [&::-webkit-search-cancel-button]:hidden"
          />
        </label>
        <LanguageSelect value={language} onChange={setLanguage} channelId={channelId} />
        <Button
          aria-pressed={favourites}
          className={clsx("h-8", favourites && "border-accent-line bg-accent-soft")}
          onClick={() => setFavourites(!favourites)}
        >
          <Star className={clsx("size-3.5", favourites && "fill-current text-warn")} aria-hidden="true" />
          {t("favourites")}
        </Button>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain rounded-lg border bg-surface">
        {query.isPending ? (
          <ListSkeleton label={t("loading")} />
        ) : query.isError && templates.length === 0 ? (
          <ProblemState error={query.error} onRetry={() => void query.refetch()} />
        ) : families.length === 0 ? (
          <Nothing isNarrowed={isNarrowed} onShowAll={showAll} />
        ) : (
          <>
            <ul aria-label={t("label")}>
              {families.map((family) => (
                <FamilyRow
                  key={family.key}
                  family={family}
                  languages={[language || theirs, locale]}
                  onChoose={onChoose}
                />
              ))}
            </ul>
            {query.hasNextPage && (
              <p className="p-2 text-center">
                <Button variant="quiet" busy={query.isFetchingNextPage} onClick={() => void readOn(query)}>
                  {t("more")}
                </Button>
              </p>
            )}
          </>
        )}
      </div>
      <SyncLine channelId={channelId} wabaId={wabaId} />
      <p role="status" className="sr-only">
        {!query.isPending && search !== "" && t("found", { count: families.length })}
      </p>
    </div>
  );
}

function Nothing({ isNarrowed, onShowAll }: { isNarrowed: boolean; onShowAll: () => void }) {
  const t = useTranslations("templates.empty");
  if (!isNarrowed) {
    return (
      <EmptyState icon={<FileText />} title={t("title")}>
        {t("words")}
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={<SearchX />} title={t("noMatch")} action={<Button onClick={onShowAll}>{t("clear")}</Button>}>
      {t("noMatchWords")}
    </EmptyState>
  );
}
