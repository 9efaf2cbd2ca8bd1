import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { call } from "@/components/api";
import { keys } from "@/components/queries/keys";
import type { ListContacts } from "@/lib/contacts/schemas";

const FEWEST_LETTERS = 2;
const MOST_FOUND = 6;

export const contactSearchQuery = (search: string) =>
  queryOptions({
    queryKey: keys.contactSearch(search),
    queryFn: ({ signal }) => call<typeof ListContacts>("GET /contacts", { search, limit: MOST_FOUND }, { signal }),
    enabled: search.length >= FEWEST_LETTERS,
    placeholderData: keepPreviousData,
    // A contact may have come since, by a way that this screen did not hear of.
    staleTime: 10_000,
  });
