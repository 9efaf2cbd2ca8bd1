import { checkChannel } from "@/lib/channels";
import { CheckChannel } from "@/lib/channels/schemas";
import { route } from "@/lib/web/route";

export const POST = route(CheckChannel, checkChannel);
