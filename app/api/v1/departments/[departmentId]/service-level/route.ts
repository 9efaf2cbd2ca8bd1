import { chooseServiceLevelPolicy, readDepartmentServiceLevel } from "@/lib/service-levels";
import { ChooseServiceLevelPolicy, ReadDepartmentServiceLevel } from "@/lib/service-levels/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ReadDepartmentServiceLevel, readDepartmentServiceLevel);
export const PUT = route(ChooseServiceLevelPolicy, chooseServiceLevelPolicy);
