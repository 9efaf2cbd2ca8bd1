"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Command } from "cmdk";
import { MessageSquare, UserRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDeferredValue } from "react";
import { call } from "@/components/api";
import { shownPhone } from "@/components/contacts/shown-phone";
import { type ConversationPages, ofContactQuery } from "@/components/conversations/queries";
import { useGo } from "@/components/keyboard/use-go";
import { keys } from "@/components/queries/keys";
import { useProblemToast } from "@/components/shell/use-problem-toast";
import { openNewConversation } from "@/components/templates/new-conversation/store";
import type { ListContacts } from "@/lib/contacts/schemas";
import { PaletteItem } from "./palette-item";

const FROM_LETTERS = 2;
const MOST = 8;

/** Conversations that a list holds already, and contacts that the server finds. */
export function People({ text, onChoose }: { text: string; onChoose: (run: () => void) => void }) {
  const t = useTranslations("common.palette");
  const client = useQueryClient();
  const onProblem = useProblemToast();
  const go = useGo();
  const sought = useDeferredValue(text.trim());
  const isSought = sought.length >= FROM_LETTERS;
  const contacts = useQuery({
    queryKey: [...keys.contactSearch(sought), "palette"],
    queryFn: ({ signal }) => call<typeof ListContacts>("GET /contacts", { search: sought, limit: MOST }, { signal }),
    enabled: isSought,
    staleTime: 10_000,
  });
  const open = (contactId: string) => async () => {
    try {
      const { items } = await client.fetchQuery(ofContactQuery(contactId));
      if (items[0]) go(`inbox/${items[0].id}?view=all`);
      else openNewConversation({ contactId });
    } catch (error) {
      onProblem(error);
    }
  };
  if (!isSought) return null;
  const known = conversationsIn(client.getQueriesData<ConversationPages>({ queryKey: keys.lists }));
  return (
    <>
      <Command.Group heading={t("conversations")}>
        {known.map(({ id, contact }) => (
          <PaletteItem
            key={id}
            value={id}
            label={contact.name}
            icon={<MessageSquare aria-hidden="true" />}
            onSelect={() => onChoose(() => go(`inbox/${id}?view=all`))}
          />
        ))}
      </Command.Group>
      {(contacts.data?.items.length ?? 0) > 0 && (
        // What the server found fits, also by a number that is not in the name.
        <Command.Group heading={t("contacts")} forceMount>
          {contacts.data?.items.map(({ id, name, phone }) => (
            <PaletteItem
              key={id}
              value={`contact ${id}`}
              label={name}
              also={[sought]}
              icon={<UserRound aria-hidden="true" />}
              end={
                phone && (
                  <span className="text-sm text-ink-3" dir="ltr">
                    {shownPhone(phone)}
                  </span>
                )
              }
              onSelect={() => onChoose(() => void open(id)())}
            />
          ))}
        </Command.Group>
      )}
    </>
  );
}

function conversationsIn(lists: [unknown, ConversationPages | undefined][]) {
  const all = lists.flatMap(([, pages]) => pages?.pages.flatMap((page) => page.items) ?? []);
  return [...new Map(all.map((each) => [each.id, each])).values()];
}
