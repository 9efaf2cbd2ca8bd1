import { readDepartmentSilence, setDepartmentSilence } from "@/lib/silence";
import { ReadDepartmentSilence, SetDepartmentSilence } from "@/lib/silence/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ReadDepartmentSilence, readDepartmentSilence);
export const PUT = route(SetDepartmentSilence, setDepartmentSilence);
