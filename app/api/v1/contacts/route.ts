import { listContacts } from "@/lib/contacts";
import { ListContacts } from "@/lib/contacts/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ListContacts, listContacts);
