import { createMacro, listMacros } from "@/lib/macros";
import { CreateMacro, ListMacros } from "@/lib/macros/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ListMacros, listMacros);
export const POST = route(CreateMacro, createMacro);
