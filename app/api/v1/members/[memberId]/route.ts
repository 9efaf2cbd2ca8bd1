import { editMember } from "@/lib/members";
import { EditMember } from "@/lib/members/schemas";
import { route } from "@/lib/web/route";

export const PATCH = route(EditMember, editMember);
