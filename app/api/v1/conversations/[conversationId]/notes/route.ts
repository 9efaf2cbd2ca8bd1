import { listNotes, writeNote } from "@/lib/notes";
import { ListNotes, WriteNote } from "@/lib/notes/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ListNotes, listNotes);
export const POST = route(WriteNote, writeNote);
