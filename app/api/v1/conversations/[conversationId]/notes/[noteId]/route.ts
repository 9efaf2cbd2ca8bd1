import { deleteNote, editNote } from "@/lib/notes";
import { DeleteNote, EditNote } from "@/lib/notes/schemas";
import { route } from "@/lib/web/route";

export const PATCH = route(EditNote, editNote);
export const DELETE = route(DeleteNote, deleteNote);
