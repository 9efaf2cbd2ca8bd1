import { cancelMessage } from "@/lib/messages";
import { CancelMessage } from "@/lib/messages/schemas";
import { route } from "@/lib/web/route";

export const POST = route(CancelMessage, cancelMessage);
