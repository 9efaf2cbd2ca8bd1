import { editContact, readContact } from "@/lib/contacts";
import { EditContact, ReadContact } from "@/lib/contacts/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ReadContact, readContact);
export const PATCH = route(EditContact, editContact);
