import { disconnectChannel } from "@/lib/channels";
import { DisconnectChannel } from "@/lib/channels/schemas";
import { route } from "@/lib/web/route";

export const POST = route(DisconnectChannel, disconnectChannel);
