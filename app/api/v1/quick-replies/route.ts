import { createQuickReply, listQuickReplies } from "@/lib/quick-replies";
import { CreateQuickReply, ListQuickReplies } from "@/lib/quick-replies/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ListQuickReplies, listQuickReplies);
export const POST = route(CreateQuickReply, createQuickReply);
