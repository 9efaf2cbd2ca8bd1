import { queryOptions } from "@tanstack/react-query";
import { call } from "@/components/api";
import { keys } from "@/components/queries/keys";
import type { ReadContact } from "@/lib/contacts/schemas";

export const contactQuery = (contactId: string) =>
  queryOptions({
    queryKey: keys.contact(contactId),
    queryFn: ({ signal }) => call<typeof ReadContact>("GET /contacts/:contactId", { contactId }, { signal }),
  });
