import { deleteContactField, editContactField } from "@/lib/contacts";
import { DeleteContactField, EditContactField } from "@/lib/contacts/schemas";
import { route } from "@/lib/web/route";

export const PATCH = route(EditContactField, editContactField);
export const DELETE = route(DeleteContactField, deleteContactField);
