import { moveReadCursor } from "@/lib/conversations";
import { MoveReadCursor } from "@/lib/conversations/schemas";
import { route } from "@/lib/web/route";

export const PUT = route(MoveReadCursor, moveReadCursor);
