import { readDepartmentSurvey, setDepartmentSurvey } from "@/lib/satisfaction";
import { ReadDepartmentSurvey, SetDepartmentSurvey } from "@/lib/satisfaction/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ReadDepartmentSurvey, readDepartmentSurvey);
export const PUT = route(SetDepartmentSurvey, setDepartmentSurvey);
