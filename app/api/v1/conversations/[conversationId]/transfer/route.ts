import { transferConversation } from "@/lib/transfers";
import { TransferConversation } from "@/lib/transfers/schemas";
import { route } from "@/lib/web/route";

export const POST = route(TransferConversation, transferConversation);
