import { listContactMedia } from "@/lib/histories";
import { ListContactMedia } from "@/lib/histories/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ListContactMedia, listContactMedia);
