import { createServiceLevelPolicy, listServiceLevelPolicies } from "@/lib/service-levels";
import { CreateServiceLevelPolicy, ListServiceLevelPolicies } from "@/lib/service-levels/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ListServiceLevelPolicies, listServiceLevelPolicies);
export const POST = route(CreateServiceLevelPolicy, createServiceLevelPolicy);
