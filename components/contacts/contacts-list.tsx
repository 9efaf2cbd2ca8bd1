"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useNow, useTranslations } from "next-intl";
import type { RefObject } from "react";
import { useReadOn } from "@/components/queries/use-read-on";
import { onPlainClick } from "@/components/shell/plain-click";
import { ProblemState } from "@/components/shell/problem-state";
import { RowList } from "@/components/ui/row-list";
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
  const now = useNow();
  const list = useInfiniteQuery(contactListQuery(url.filter));
  const readOn = useReadOn(list);
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
        <RowList
          label={t("label")}
          rows={shown}
          rowHeight={CONTACT_ROW_HEIGHT}
          selectedId={url.selectedId}
          hasMore={list.hasNextPage}
          isLoadingMore={list.isFetchingNextPage}
          onMore={readOn}
          moreLabel={t("more")}
        >
          {(contact) => (
            <a
              href={url.hrefOf(contact.id)}
              aria-current={contact.id === url.selectedId ? "true" : undefined}
              className="group/row focus-inset block h-full"
              onClick={onPlainClick(() => url.select(contact.id))}
            >
              <ContactRow contact={contact} isSelected={contact.id === url.selectedId} now={now} />
            </a>
          )}
        </RowList>
      )}
    </section>
  );
}
