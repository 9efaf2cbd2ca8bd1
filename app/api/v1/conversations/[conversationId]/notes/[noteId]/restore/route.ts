import { restoreNote } from "@/lib/notes";
import { RestoreNote } from "@/lib/notes/schemas";
import { route } from "@/lib/web/route";

export const POST = route(RestoreNote, restoreNote);
