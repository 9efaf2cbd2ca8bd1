import { moveContactField } from "@/lib/contacts";
import { MoveContactField } from "@/lib/contacts/schemas";
import { route } from "@/lib/web/route";

export const POST = route(MoveContactField, moveContactField);
