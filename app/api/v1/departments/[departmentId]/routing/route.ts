import { editDepartmentRouting, readDepartmentRouting } from "@/lib/routing";
import { EditDepartmentRouting, ReadDepartmentRouting } from "@/lib/routing/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ReadDepartmentRouting, readDepartmentRouting);
export const PATCH = route(EditDepartmentRouting, editDepartmentRouting);
