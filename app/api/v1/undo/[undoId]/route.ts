import { undoAct } from "@/lib/conversations";
import { UndoAct } from "@/lib/conversations/schemas";
import { route } from "@/lib/web/route";

export const POST = route(UndoAct, undoAct);
