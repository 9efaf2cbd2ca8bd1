import { listContactMerges } from "@/lib/contacts";
import { ListContactMerges } from "@/lib/contacts/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ListContactMerges, listContactMerges);
