"use client";

import { useQuery } from "@tanstack/react-query";
import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDeferredValue, useState } from "react";
import { call } from "@/components/api";
import { shownPhone } from "@/components/contacts/shown-phone";
import { keys } from "@/components/queries/keys";
import { ProblemState } from "@/components/shell/problem-state";
import { Avatar } from "@/components/ui/avatar";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Skeleton } from "@/components/ui/skeleton";
import type { ListContacts } from "@/lib/contacts/schemas";
import type { Contact } from "@/lib/contacts/types";

const SHOWN = 8;

type ChoiceProps = { chosenIds: string[]; onChoose: (contact: Contact) => void };

export function ContactChoice({ chosenIds, onChoose }: ChoiceProps) {
  const t = useTranslations("media.card");
  const [text, setText] = useState("");
  const search = useDeferredValue(text.trim());
  const found = useQuery({
    queryKey: [...keys.contactSearch(search), "cards"],
    queryFn: ({ signal }) =>
      call<typeof ListContacts>("GET /contacts", { limit: SHOWN, ...(search === "" ? {} : { search }) }, { signal }),
    placeholderData: (before) => before,
  });
  const contacts = found.data?.items;
  return (
    <>
      <Field label={t("search")}>
        <Input type="search" value={text} dir="auto" onChange={(event) => setText(event.target.value)} />
      </Field>
      {found.isError && !contacts && <ProblemState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Skeleton className="h-40 w-full rounded-lg" />}
      {contacts?.length === 0 && <p className="py-6 text-center text-ink-3">{t("noneFound")}</p>}
      {contacts && contacts.length > 0 && (
        <ul className="-mx-2 flex flex-col">
          {contacts.map((contact) => {
            const isChosen = chosenIds.includes(contact.id);
            return (
              <li key={contact.id}>
                <button
                  type="button"
                  disabled={isChosen}
                  onClick={() => onChoose(contact)}
                  className="flex w-full items-center gap-2.5 rounded-md px-2 py-1.5 text-start hover:bg-hover disabled:opacity-60"
                >
                  <Avatar name={contact.name} seed={contact.id} size="small" />
                  <span className="min-w-0 flex-1">
                    <bdi className="block truncate font-medium">{contact.name}</bdi>
                    <span className="block truncate text-xs text-ink-3" dir="ltr">
                      {contact.phone ? shownPhone(contact.phone) : t("noPhone")}
                    </span>
                  </span>
                  {isChosen && <Check className="size-4 text-accent" aria-hidden="true" />}
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}
