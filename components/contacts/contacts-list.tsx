"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useNow, useTranslations } from "next-intl";
import { type RefObject, useEffect, useRef } from "react";
import { onPlainClick } from "@/components/conversations/use-inbox-url";
import { ProblemState } from "@/components/shell/problem-state";
import type { Contact } from "@/lib/contacts/types";
import { CONTACT_ROW_HEIGHT, ContactRow } from "./contact-row";
import { ContactsEmpty } from "./contacts-empty";
import { ContactsSkeleton } from "./contacts-skeleton";
import { ListTools } from "./list-tools";
import { contactListQuery } from "./queries";
import type { ContactsUrl } from "./use-contacts-url";

type ListProps = { url: ContactsUrl; shown: Contact[]; searchBox: RefObject<HTMLInputElement | null> };

export function ContactsList({ url, shown, searchBox }: ListProps) {
  const t = useTranslations("contacts.list");
  const list = useInfiniteQuery(contactListQuery(url.filter));
  return (
    <section
      aria-label={t("label")}
      className="flex w-full min-w-0 shrink-0 flex-col border-e bg-surface max-md:group-data-[pane=contact]/contacts:hidden md:w-[340px]"
    >
      <ListTools url={url} ref={searchBox} />
      {list.isPending ? (
        <ContactsSkeleton label={t("loading")} />
      ) : list.isError && !list.data ? (
        <ProblemState error={list.error} onRetry={() => void list.refetch()} />
      ) : shown.length === 0 ? (
        <ContactsEmpty url={url} />
      ) : (
        <Rows
          url={url}
          shown={shown}
          hasMore={list.hasNextPage}
          isLoadingMore={list.isFetchingNextPage}
          onMore={list.fetchNextPage}
        />
      )}
    </section>
  );
}

type RowsProps = Omit<ListProps, "searchBox"> & { hasMore: boolean; isLoadingMore: boolean; onMore: () => unknown };

const FIRST_PAINT = { width: 340, height: 900 };

function Rows({ url, shown, hasMore, isLoadingMore, onMore }: RowsProps) {
  const t = useTranslations("contacts.list");
  const now = useNow();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: shown.length + (hasMore ? 1 : 0),
    getScrollElement: () => scroller.current,
    estimateSize: () => CONTACT_ROW_HEIGHT,
    getItemKey: (index) => shown[index]?.id ?? "more",
    overscan: 8,
    initialRect: FIRST_PAINT,
  });
  const items = virtual.getVirtualItems();
  const isEndInView = hasMore && (items.at(-1)?.index ?? 0) >= shown.length;
  useEffect(() => {
    if (isEndInView && !isLoadingMore) onMore();
  }, [isEndInView, isLoadingMore, onMore]);

  const selectedIndex = shown.findIndex(({ id }) => id === url.selectedId);
  const scrollTo = useRef(virtual.scrollToIndex);
  useEffect(() => {
    if (selectedIndex >= 0) scrollTo.current(selectedIndex, { align: "auto" });
  }, [selectedIndex]);

  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
      <ul className="relative" style={{ height: virtual.getTotalSize() }} aria-label={t("label")}>
        {items.map((item) => {
          const contact = shown[item.index];
          return (
            <li
              key={item.key}
              className="absolute inset-x-0 top-0"
              style={{ height: item.size, transform: `translateY(${item.start}px)` }}
            >
              {contact ? (
                <a
                  href={url.hrefOf(contact.id)}
                  aria-current={contact.id === url.selectedId ? "true" : undefined}
                  className="group/row focus-inset block h-full"
                  onClick={onPlainClick(() => url.select(contact.id))}
                >
                  <ContactRow contact={contact} isSelected={contact.id === url.selectedId} now={now} />
                </a>
              ) : (
                <p className="grid h-full place-items-center text-sm text-ink-3">{t("more")}</p>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
