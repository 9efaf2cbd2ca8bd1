import { queryOptions } from "@tanstack/react-query";
import { call, readAll } from "@/components/api";
import { keys } from "@/components/queries/keys";
import type { ListDepartments } from "@/lib/departments/schemas";

export const departmentsQuery = queryOptions({
  queryKey: keys.departments,
  queryFn: ({ signal }) =>
    readAll((cursor) => call<typeof ListDepartments>("GET /departments", { cursor, limit: 100 }, { signal })),
});
