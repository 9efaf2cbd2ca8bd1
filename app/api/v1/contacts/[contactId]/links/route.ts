import { listContactLinks } from "@/lib/histories";
import { ListContactLinks } from "@/lib/histories/schemas";
import { route } from "@/lib/web/route";

export const GET = route(ListContactLinks, listContactLinks);
