import { queryOptions } from "@tanstack/react-query";
import { call, type Output, readAll } from "@/components/api";
import { keys } from "@/components/queries/keys";
import type { ListConsents, ReadConsentWords } from "@/lib/consent/schemas";

export type Consent = Output<typeof ListConsents>["items"][number];
export type WordList = Output<typeof ReadConsentWords>;
export type LanguageWords = WordList["languages"][number];

export const consentsQuery = (contactId: string) =>
  queryOptions({
    queryKey: keys.consents(contactId),
    queryFn: ({ signal }) =>
      readAll((cursor) =>
        call<typeof ListConsents>("GET /contacts/:contactId/consents", { contactId, cursor, limit: 100 }, { signal }),
      ),
  });

export const consentWordsQuery = queryOptions({
  queryKey: keys.settings("consent-words"),
  queryFn: ({ signal }) => call<typeof ReadConsentWords>("GET /consent-words", {}, { signal }),
});
