import { mergeContacts } from "@/lib/contacts";
import { MergeContacts } from "@/lib/contacts/schemas";
import { route } from "@/lib/web/route";

export const POST = route(MergeContacts, mergeContacts);
