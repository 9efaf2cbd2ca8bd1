import { EraseContact } from "@/lib/contacts/schemas";
import { eraseContact } from "@/lib/privacy";
import { route } from "@/lib/web/route";

export const POST = route(EraseContact, eraseContact);
