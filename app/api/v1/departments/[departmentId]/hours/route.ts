import { setDepartmentHours } from "@/lib/hours";
import { SetDepartmentHours } from "@/lib/hours/schemas";
import { route } from "@/lib/web/route";

export const PUT = route(SetDepartmentHours, setDepartmentHours);
