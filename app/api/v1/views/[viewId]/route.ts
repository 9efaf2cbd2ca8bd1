import { deleteView, editView } from "@/lib/views";
import { DeleteView, EditView } from "@/lib/views/schemas";
import { route } from "@/lib/web/route";

export const PATCH = route(EditView, editView);
export const DELETE = route(DeleteView, deleteView);
