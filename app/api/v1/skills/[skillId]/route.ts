import { deleteSkill, editSkill } from "@/lib/routing";
import { DeleteSkill, EditSkill } from "@/lib/routing/schemas";
import { route } from "@/lib/web/route";

export const PATCH = route(EditSkill, editSkill);
export const DELETE = route(DeleteSkill, deleteSkill);
