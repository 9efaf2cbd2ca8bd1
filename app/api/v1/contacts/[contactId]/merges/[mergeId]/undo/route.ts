import { undoMerge } from "@/lib/contacts";
import { UndoMerge } from "@/lib/contacts/schemas";
import { route } from "@/lib/web/route";

export const POST = route(UndoMerge, undoMerge);
