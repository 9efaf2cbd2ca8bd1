import { editDepartment } from "@/lib/departments";
import { EditDepartment } from "@/lib/departments/schemas";
import { route } from "@/lib/web/route";

export const PATCH = route(EditDepartment, editDepartment);
