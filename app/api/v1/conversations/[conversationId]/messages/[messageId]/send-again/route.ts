import { sendMessageAgain } from "@/lib/messages";
import { SendMessageAgain } from "@/lib/messages/schemas";
import { route } from "@/lib/web/route";

export const POST = route(SendMessageAgain, sendMessageAgain);
