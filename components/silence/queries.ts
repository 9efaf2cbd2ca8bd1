import { queryOptions } from "@tanstack/react-query";
import { call } from "@/components/api";
import { keys } from "@/components/queries/keys";
import type { ReadDepartmentSilence } from "@/lib/silence/schemas";

export const departmentSilenceQuery = (departmentId: string) =>
  queryOptions({
    queryKey: keys.settings("department-silence", departmentId),
    queryFn: ({ signal }) =>
      call<typeof ReadDepartmentSilence>("GET /departments/:departmentId/silence", { departmentId }, { signal }),
  });
