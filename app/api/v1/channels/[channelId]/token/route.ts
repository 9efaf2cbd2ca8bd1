import { replaceChannelToken } from "@/lib/channels";
import { ReplaceChannelToken } from "@/lib/channels/schemas";
import { route } from "@/lib/web/route";

export const PUT = route(ReplaceChannelToken, replaceChannelToken);
