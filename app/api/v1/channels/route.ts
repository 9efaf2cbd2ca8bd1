import { createChannel, listChannels } from "@/lib/channels";
import { CreateChannel, ListChannels } from "@/lib/channels/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ListChannels, listChannels);
export const POST = route(CreateChannel, createChannel);
