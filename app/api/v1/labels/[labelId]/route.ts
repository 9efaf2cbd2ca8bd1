import { deleteLabel, editLabel } from "@/lib/labels";
import { DeleteLabel, EditLabel } from "@/lib/labels/schemas";
import { route } from "@/lib/web/route";

export const PATCH = route(EditLabel, editLabel);
export const DELETE = route(DeleteLabel, deleteLabel);
