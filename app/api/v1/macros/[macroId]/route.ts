import { deleteMacro, editMacro } from "@/lib/macros";
import { DeleteMacro, EditMacro } from "@/lib/macros/schemas";
import { route } from "@/lib/web/route";

export const PATCH = route(EditMacro, editMacro);
export const DELETE = route(DeleteMacro, deleteMacro);
