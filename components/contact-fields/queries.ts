import { queryOptions } from "@tanstack/react-query";
import { call, readAll } from "@/components/api";
import { keys } from "@/components/queries/keys";
import type { ListContactFields } from "@/lib/contacts/schemas";

export const contactFieldsQuery = queryOptions({
  queryKey: keys.contactFields,
  queryFn: ({ signal }) =>
    readAll((cursor) => call<typeof ListContactFields>("GET /contact-fields", { cursor, limit: 100 }, { signal })),
});
