import { blockContact } from "@/lib/contacts";
import { BlockContact } from "@/lib/contacts/schemas";
import { route } from "@/lib/web/route";

export const POST = route(BlockContact, blockContact);
