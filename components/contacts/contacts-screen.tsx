"use client";

import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { ContactRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo, useRef, useState } from "react";
import { useActions } from "@/components/keyboard/use-actions";
import { useSnapshotCursor } from "@/components/realtime/provider";
import { EmptyState } from "@/components/ui/empty-state";
import { ContactPage } from "./contact-page";
import { ContactsList } from "./contacts-list";
import { type ContactsSnapshot, fillContactQueries } from "./contacts-snapshot";
import { contactListQuery } from "./queries";
import { useContactsUrl } from "./use-contacts-url";

/** The contacts from what the server read; everything after is kept in step here. */
export function ContactsScreen({ snapshot }: { snapshot: ContactsSnapshot }) {
  const t = useTranslations("contacts");
  const client = useQueryClient();
  useState(() => fillContactQueries(client, snapshot));
  useSnapshotCursor(snapshot.cursor);
  const url = useContactsUrl();
  const searchBox = useRef<HTMLInputElement>(null);
  const pages = useInfiniteQuery(contactListQuery(url.filter)).data?.pages;
  const shown = useMemo(() => pages?.flatMap((page) => page.items) ?? [], [pages]);
  const move = (step: 1 | -1) => {
    const at = shown.findIndex(({ id }) => id === url.selectedId);
    const next = shown[at === -1 ? 0 : at + step];
    if (next) url.select(next.id);
  };
  useActions({ next: () => move(1), previous: () => move(-1), filter: () => searchBox.current?.focus() });
  return (
    <div data-pane={url.selectedId ? "contact" : "list"} className="group/contacts flex min-h-0 min-w-0 flex-1">
      {!url.selectedId && <h1 className="sr-only">{t("title")}</h1>}
      <ContactsList url={url} shown={shown} searchBox={searchBox} />
      <main className="flex min-w-0 flex-1 max-md:group-data-[pane=list]/contacts:hidden">
        {url.selectedId ? (
          <ContactPage key={url.selectedId} contactId={url.selectedId} url={url} />
        ) : (
          <div className="grid flex-1 place-items-center">
            <EmptyState icon={<ContactRound />} title={t("none.title")}>
              {t("none.words")}
            </EmptyState>
          </div>
        )}
      </main>
    </div>
  );
}
