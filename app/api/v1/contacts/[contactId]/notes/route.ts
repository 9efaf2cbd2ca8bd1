import { listContactNotes } from "@/lib/histories";
import { ListContactNotes } from "@/lib/histories/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ListContactNotes, listContactNotes);
