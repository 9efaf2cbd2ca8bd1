import { queryOptions } from "@tanstack/react-query";
import { call } from "@/components/api";
import { keys } from "@/components/queries/keys";
import type { ReadPreferences } from "@/lib/preferences/schemas";
import type { Preferences } from "@/lib/preferences/types";

export const preferencesQuery = queryOptions({
  queryKey: keys.settings("preferences"),
  queryFn: ({ signal }): Promise<Preferences> => call<typeof ReadPreferences>("GET /me/preferences", {}, { signal }),
});
