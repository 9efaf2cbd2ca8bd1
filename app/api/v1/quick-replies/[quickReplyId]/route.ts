import { deleteQuickReply, editQuickReply } from "@/lib/quick-replies";
import { DeleteQuickReply, EditQuickReply } from "@/lib/quick-replies/schemas";
import { route } from "@/lib/web/route";

export const PATCH = route(EditQuickReply, editQuickReply);
export const DELETE = route(DeleteQuickReply, deleteQuickReply);
