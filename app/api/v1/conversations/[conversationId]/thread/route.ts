import { readThread } from "@/lib/threads";
import { ReadThread } from "@/lib/threads/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ReadThread, readThread);
