import { dropPush, readPush, subscribePush } from "@/lib/notifications";
import { DropPush, ReadPush, SubscribePush } from "@/lib/notifications/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ReadPush, readPush);
export const PUT = route(SubscribePush, subscribePush);
export const DELETE = route(DropPush, dropPush);
