import { createContactField, listContactFields } from "@/lib/contacts";
import { CreateContactField, ListContactFields } from "@/lib/contacts/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ListContactFields, listContactFields);
export const POST = route(CreateContactField, createContactField);
