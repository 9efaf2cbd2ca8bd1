import { queryOptions } from "@tanstack/react-query";
import { call, readAll } from "@/components/api";
import { keys } from "@/components/queries/keys";
import type { ListServiceLevelPolicies, ReadDepartmentServiceLevel } from "@/lib/service-levels/schemas";

export const policiesKey = keys.settings("service-level-policies");

export const policiesQuery = queryOptions({
  queryKey: policiesKey,
  queryFn: ({ signal }) =>
    readAll((cursor) =>
      call<typeof ListServiceLevelPolicies>("GET /service-level-policies", { cursor, limit: 100 }, { signal }),
    ),
});

export const departmentLevelQuery = (departmentId: string) =>
  queryOptions({
    queryKey: keys.settings("department-service-level", departmentId),
    queryFn: ({ signal }) =>
      call<typeof ReadDepartmentServiceLevel>(
        "GET /departments/:departmentId/service-level",
        { departmentId },
        { signal },
      ),
  });
