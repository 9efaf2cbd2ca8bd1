import { createDepartment, listDepartments } from "@/lib/departments";
import { CreateDepartment, ListDepartments } from "@/lib/departments/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ListDepartments, listDepartments);
export const POST = route(CreateDepartment, createDepartment);
