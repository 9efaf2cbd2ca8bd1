import { unblockContact } from "@/lib/contacts";
import { UnblockContact } from "@/lib/contacts/schemas";
import { route } from "@/lib/web/route";

export const POST = route(UnblockContact, unblockContact);
